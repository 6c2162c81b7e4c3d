import type { ErrorWay } from "../compile/error-ways.ts";
import type { FlowError } from "../ports/flow-error.ts";
import { errorObject } from "./error-object.ts";
import { failureAt } from "./failure.ts";
import type { Frame } from "./frame.ts";
import type { RunState } from "./run-state.ts";

/** A way on after an error, and the microflow in which it leads on. */
export interface HandledError {
  readonly way: ErrorWay;
  readonly frame: Frame;
}

/**
 * Who handles an error: the failed element, or the nearest call that led to it. `pc` is where `failed` stands.
 * Named outcomes are those of the failed element only.
 */
export function findErrorWay(failure: FlowError, failed: Frame, pc = failed.pc): HandledError | undefined {
  if (!failure.isCatchable) return undefined;
  const own = failed.program.errorWays[pc];
  const outcome = own?.byCode.get(failure.code) ?? own?.otherwise;
  if (outcome) return { way: outcome, frame: failed };
  for (let frame = failed.caller; frame; frame = frame.caller) {
    const way = frame.program.errorWays[frame.pc]?.otherwise;
    if (way) return { way, frame };
  }
  return undefined;
}

/**
 * Leads a run on after what was thrown at an op. Objects in memory stay as they are, whatever the error handling says
 * (reference logic.md 1.4): only a store has something to roll back.
 *
 * @throws {FlowError} the error with its place, where nothing handles it
 */
export function handleError(run: RunState, error: unknown): void {
  const failed = run.frame;
  if (failed === null) throw error;
  const failure = failureAt(error, failed);
  const handled = findErrorWay(failure, failed);
  if (!handled) throw failure;
  const { way, frame } = handled;
  if (way.errorSlot >= 0) {
    frame.slots[way.errorSlot] = errorObject(failure, { index: run.index, failed, handling: frame });
  }
  for (const slot of way.emptySlots) frame.slots[slot] = null;
  if (way.kind === "continue") logPassedOver(run, failure);
  run.frame = frame;
  frame.pc = way.next;
}

/** Going on as if nothing had happened drops nothing silently. */
function logPassedOver(run: RunState, { code, message, place }: FlowError): void {
  const { microflow = "", activity = "" } = place;
  run.log(
    { level: "warning", node: "ErrorHandling", message: `Went on after the error ${code}: ${message}` },
    { microflow, element: activity },
  );
}
