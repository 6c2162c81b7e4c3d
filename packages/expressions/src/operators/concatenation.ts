import { type Decimal, decimalToText, type Value } from "@rivulet/values";
import { EvaluationError } from "../evaluation-error.ts";
import { expressionLimits, textTooLong } from "../limits.ts";
import type { TypeKind } from "../typed/expression-type.ts";
import type { OperationPlace, OperatorOverload } from "./operator-overload.ts";

type Printer = (value: Value) => string;

/** How a value is written when it is joined to text; empty adds nothing. */
const printers = {
  string: (value) => (value === null ? "" : (value as string)),
  integer: (value) => (value === null ? "" : String(value)),
  decimal: (value) => (value === null ? "" : decimalToText(value as Decimal)),
} as const satisfies Partial<Record<TypeKind, Printer>>;

/** A text as long as a text may be; whoever joins longer ones is told where. */
function bounded(text: string, place: OperationPlace): string {
  if (text.length <= expressionLimits.resultLength) return text;
  throw new EvaluationError("limit-size", textTooLong(), place);
}

/** Text with text is by far the most frequent, and written out: see arithmetic.ts. */
const joinTexts: OperatorOverload["evaluate"] = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame) as string | null;
  const right = rightOperand.valueIn(frame) as string | null;
  if (left === null) return right ?? "";
  return right === null ? left : bounded(left + right, place);
};

function join(printLeft: Printer, printRight: Printer): OperatorOverload["evaluate"] {
  return (left, right, place) => (frame) =>
    bounded(printLeft(left.valueIn(frame)) + printRight(right.valueIn(frame)), place);
}

const pairs = [
  ["string", "string"],
  ["string", "integer"],
  ["string", "decimal"],
  ["integer", "string"],
  ["decimal", "string"],
] as const;

/** Text with text or a number (reference logic.md 3.4). Other types need toString(). */
export const concatenation = pairs.map(([left, right]): OperatorOverload => {
  const areTexts = left === "string" && right === "string";
  const evaluate = areTexts ? joinTexts : join(printers[left], printers[right]);
  return { left, right, result: "string", needsValues: false, evaluate };
});
