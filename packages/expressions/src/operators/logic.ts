import { emptySide, type OperatorOverload } from "./operator-overload.ts";

/** `and` does not look at its right side when the left one is false. */
const both: OperatorOverload["evaluate"] = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  if (left === false) return false;
  const right = left === null ? null : rightOperand.valueIn(frame);
  if (right === null) throw emptySide(left === null, place);
  return right;
};

/** `or` does not look at its right side when the left one is true (reference logic.md 3.1). */
const either: OperatorOverload["evaluate"] = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  if (left === true) return true;
  const right = left === null ? null : rightOperand.valueIn(frame);
  if (right === null) throw emptySide(left === null, place);
  return right;
};

function overload(evaluate: OperatorOverload["evaluate"]): OperatorOverload[] {
  return [{ left: "boolean", right: "boolean", result: "boolean", needsValues: false, evaluate }];
}

export const conjunction = overload(both);
export const disjunction = overload(either);
