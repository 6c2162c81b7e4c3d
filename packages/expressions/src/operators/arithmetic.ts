import {
  addDecimals,
  addIntegers,
  type Decimal,
  decimalFromInteger,
  divideDecimals,
  type Integer,
  multiplyDecimals,
  multiplyIntegers,
  remainderOfDecimals,
  remainderOfIntegers,
  subtractDecimals,
  subtractIntegers,
  type Value,
} from "@rivulet/values";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import { emptySide, located, type OperatorOverload } from "./operator-overload.ts";

/*
 * `+ - *` are written out for each type although the closures look alike: one shared closure around a function
 * argument costs a third more, because the engine then cannot inline the arithmetic.
 */

type Evaluate = OperatorOverload["evaluate"];

const addIntegersHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return addIntegers(left as Integer, right as Integer);
  } catch (error) {
    throw located(error, place);
  }
};

const subtractIntegersHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return subtractIntegers(left as Integer, right as Integer);
  } catch (error) {
    throw located(error, place);
  }
};

const multiplyIntegersHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return multiplyIntegers(left as Integer, right as Integer);
  } catch (error) {
    throw located(error, place);
  }
};

const addDecimalsHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return addDecimals(left as Decimal, right as Decimal);
  } catch (error) {
    throw located(error, place);
  }
};

const subtractDecimalsHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return subtractDecimals(left as Decimal, right as Decimal);
  } catch (error) {
    throw located(error, place);
  }
};

const multiplyDecimalsHere: Evaluate = (leftOperand, rightOperand, place) => (frame) => {
  const left = leftOperand.valueIn(frame);
  const right = rightOperand.valueIn(frame);
  if (left === null || right === null) throw emptySide(left === null, place);
  try {
    return multiplyDecimals(left as Decimal, right as Decimal);
  } catch (error) {
    throw located(error, place);
  }
};

/** The rarer operators share one closure. */
function operation(
  operate: (left: never, right: never, environment: EvaluationEnvironment) => Value,
): Evaluate {
  return (leftOperand, rightOperand, place) => (frame) => {
    const left = leftOperand.valueIn(frame);
    const right = rightOperand.valueIn(frame);
    if (left === null || right === null) throw emptySide(left === null, place);
    try {
      return operate(left as never, right as never, frame.environment);
    } catch (error) {
      throw located(error, place);
    }
  };
}

const divideIntegers = operation((left: Integer, right: Integer, { roundingMode }) =>
  divideDecimals(decimalFromInteger(left), decimalFromInteger(right), roundingMode),
);
const divide = operation((left: Decimal, right: Decimal, { roundingMode }) =>
  divideDecimals(left, right, roundingMode),
);

function overload(
  kind: "integer" | "decimal",
  result: "integer" | "decimal",
  evaluate: Evaluate,
): OperatorOverload {
  return { left: kind, right: kind, result, needsValues: true, evaluate };
}

export const addition = [
  overload("integer", "integer", addIntegersHere),
  overload("decimal", "decimal", addDecimalsHere),
];
export const subtraction = [
  overload("integer", "integer", subtractIntegersHere),
  overload("decimal", "decimal", subtractDecimalsHere),
];
export const multiplication = [
  overload("integer", "integer", multiplyIntegersHere),
  overload("decimal", "decimal", multiplyDecimalsHere),
];
/** Always a Decimal, even 12 : 3 (reference logic.md 3.3). */
export const division = [
  overload("integer", "decimal", divideIntegers),
  overload("decimal", "decimal", divide),
];
export const remainder = [
  overload("integer", "integer", operation(remainderOfIntegers)),
  overload("decimal", "decimal", operation(remainderOfDecimals)),
];
