import { EvaluationError } from "@rivulet/expressions";
import { FlowError } from "../ports/flow-error.ts";

/** A failure with the field of the element in which it happened; one that knows its field keeps it. */
export function atField(error: unknown, field: string): unknown {
  if (error instanceof EvaluationError) return flowErrorOf(error, field);
  if (error instanceof FlowError && error.place.field === undefined) error.place = { ...error.place, field };
  return error;
}

/** The failure of an expression as the failure of a run; `from` and `to` are offsets in its text. */
export function flowErrorOf(
  { code, message, from, to }: EvaluationError,
  field: string | undefined,
): FlowError {
  return new FlowError({ code, message, place: field === undefined ? {} : { field }, details: { from, to } });
}
