import { EvaluationError } from "@rivulet/expressions";
import { FlowError } from "../ports/flow-error.ts";
import { flowErrorOf } from "./at-field.ts";
import type { Frame } from "./frame.ts";

function asFlowError(error: unknown, field: string | undefined): FlowError {
  if (error instanceof FlowError) return error;
  if (error instanceof EvaluationError) return flowErrorOf(error, field);
  const text = error instanceof Error ? error.message : String(error);
  return new FlowError({
    code: "internal-error",
    message: `Something went wrong that no activity foresees: ${text}`,
    cause: error,
  });
}

/**
 * What was thrown at an op, as the failure of the run: with the microflow and the element in which it happened, unless
 * it knows its place already.
 */
export function failureAt(error: unknown, { program, pc }: Pick<Frame, "program" | "pc">): FlowError {
  const place = program.places[pc];
  const failure = asFlowError(error, place?.field);
  if (failure.place.activity === undefined && place) {
    const { id, caption } = place.element;
    const own = { microflow: program.microflow, activity: id, ...(caption === undefined ? {} : { caption }) };
    failure.place = { ...own, ...failure.place };
  }
  return failure;
}
