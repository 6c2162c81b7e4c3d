import { compareDecimals, type Decimal } from "@rivulet/values";
import type { TypeKind } from "../typed/expression-type.ts";
import { emptySide, type OperatorOverload } from "./operator-overload.ts";

type Evaluate = OperatorOverload["evaluate"];

/** Kinds whose equal values are the same JavaScript value; an Integer has one representation for each number. */
const sameWhenIdentical = [
  "integer",
  "string",
  "boolean",
  "dateTime",
  "enumeration",
  "object",
] as const satisfies TypeKind[];

const areIdentical: Evaluate = (left, right) => (frame) => left.valueIn(frame) === right.valueIn(frame);
const areDifferent: Evaluate = (left, right) => (frame) => left.valueIn(frame) !== right.valueIn(frame);

function isSameDecimal(left: Decimal | null, right: Decimal | null): boolean {
  if (left === null || right === null) return left === right;
  return compareDecimals(left, right) === 0;
}

const areEqualDecimals: Evaluate = (left, right) => (frame) =>
  isSameDecimal(left.valueIn(frame) as Decimal | null, right.valueIn(frame) as Decimal | null);
const areUnequalDecimals: Evaluate = (left, right) => (frame) =>
  !isSameDecimal(left.valueIn(frame) as Decimal | null, right.valueIn(frame) as Decimal | null);

function equalities(identity: Evaluate, decimals: Evaluate): OperatorOverload[] {
  const row = (kind: TypeKind, evaluate: Evaluate): OperatorOverload => {
    return { left: kind, right: kind, result: "boolean", needsValues: false, evaluate };
  };
  return [...sameWhenIdentical.map((kind) => row(kind, identity)), row("decimal", decimals)];
}

/** Two empty values are equal; an empty one equals no other. */
export const equality = equalities(areIdentical, areEqualDecimals);
export const inequality = equalities(areDifferent, areUnequalDecimals);

/** For integers and dates; JavaScript compares numbers with bigints exactly. Written out: see arithmetic.ts. */
const isLess: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  return left < right;
};
const isLessOrEqual: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  return left <= right;
};
const isGreater: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  return left > right;
};
const isGreaterOrEqual: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  return left >= right;
};

function decimalOrder(holds: (sign: number) => boolean): Evaluate {
  return (leftOperand, rightOperand, place) => (frame) => {
    const left = leftOperand.valueIn(frame);
    const right = rightOperand.valueIn(frame);
    if (left === null || right === null) throw emptySide(left === null, place);
    return holds(compareDecimals(left as Decimal, right as Decimal));
  };
}

function orderings(simple: Evaluate, decimals: Evaluate): OperatorOverload[] {
  const row = (kind: TypeKind, evaluate: Evaluate): OperatorOverload => {
    return { left: kind, right: kind, result: "boolean", needsValues: true, evaluate };
  };
  return [row("integer", simple), row("decimal", decimals), row("dateTime", simple)];
}

/** An empty side is an error (reference logic.md 3.2). */
export const less = orderings(
  isLess,
  decimalOrder((sign) => sign < 0),
);
export const lessOrEqual = orderings(
  isLessOrEqual,
  decimalOrder((sign) => sign <= 0),
);
export const greater = orderings(
  isGreater,
  decimalOrder((sign) => sign > 0),
);
export const greaterOrEqual = orderings(
  isGreaterOrEqual,
  decimalOrder((sign) => sign >= 0),
);
