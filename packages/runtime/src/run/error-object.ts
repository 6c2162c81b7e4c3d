import type { ProjectIndex } from "@rivulet/model";
import { createObject, EntityObject, type Value, writeAttribute } from "@rivulet/values";
import { FlowError } from "../ports/flow-error.ts";
import type { Frame } from "./frame.ts";

const entity = "System.Error";

/** The failures behind the objects that microflows see. */
const failures = new WeakMap<EntityObject, FlowError>();

function placeLine({ program, pc }: Frame): string {
  const element = program.places[pc]?.element;
  return element
    ? `${program.microflow}: ${element.caption ?? element.kind} (${element.id})`
    : program.microflow;
}

/** Where an error happened and who called, the innermost first, down to the microflow that handles it. */
function traceOf(failed: Frame, handling: Frame): string {
  const lines: string[] = [];
  for (let frame: Frame | null = failed; frame; frame = frame.caller) {
    lines.push(placeLine(frame));
    if (frame === handling) break;
  }
  return lines.join("\n");
}

/** Where an error happened, and where it is handled. */
export interface ErrorScene {
  readonly index: ProjectIndex;
  readonly failed: Frame;
  readonly handling: Frame;
}

/** The error as microflows see it: `$latestError`, an object of System.Error (reference logic.md 1.4). */
export function errorObject(failure: FlowError, { index, failed, handling }: ErrorScene): EntityObject {
  const shape = index.shape(entity);
  if (!shape) throw new Error(`There is no entity ${entity}.`);
  const object = createObject(shape);
  writeAttribute(object, "ErrorType", failure.code);
  writeAttribute(object, "Message", failure.message);
  writeAttribute(object, "Stacktrace", traceOf(failed, handling));
  writeAttribute(object, "IsRetryable", failure.isRetryable);
  failures.set(object, failure);
  return object;
}

/** A new failure with the information of the one that `$latestError` stands for, which is its cause. */
export function raisedAgain(latestError: Value): FlowError {
  const failure = latestError instanceof EntityObject ? failures.get(latestError) : undefined;
  if (!failure) throw new Error("No error is being handled.");
  const { code, message, isRetryable, details } = failure;
  return new FlowError({ code, message, isRetryable, details, cause: failure });
}
