import { type Decimal, decimalToText, type Value } from "@rivulet/values";
import { EvaluationError } from "../evaluation-error.ts";
import { expressionLimits, textTooLong } from "../limits.ts";
import type { TypeKind } from "../typed/expression-type.ts";
import type { OperatorOverload } from "./operator-overload.ts";

type Printer = (value: Value) => string;

/** How a value is written when it is joined to text; empty adds nothing. */
const printers = {
  string: (value) => (value === null ? "" : (value as string)),
  integer: (value) => (value === null ? "" : String(value)),
  decimal: (value) => (value === null ? "" : decimalToText(value as Decimal)),
} as const satisfies Partial<Record<TypeKind, Printer>>;

function join(printLeft: Printer, printRight: Printer): OperatorOverload["evaluate"] {
  return (left, right, place) => (frame) => {
    const text = printLeft(left(frame)) + printRight(right(frame));
    if (text.length > expressionLimits.resultLength) {
      throw new EvaluationError("limit-size", textTooLong(), place);
    }
    return text;
  };
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
  const evaluate = join(printers[left], printers[right]);
  return { left, right, result: "string", needsValues: false, evaluate };
});
