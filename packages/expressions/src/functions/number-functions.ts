import {
  absoluteDecimal,
  absoluteInteger,
  ceilDecimal,
  compareDecimals,
  type Decimal,
  decimalFromText,
  floorDecimal,
  type Integer,
  powerOf,
  roundDecimal,
  roundToInteger,
  squareRoot,
} from "@rivulet/values";
import type { FunctionRow } from "./function-row.ts";
import { FunctionFailure, parameter, repeated, type Signature, signature } from "./signature.ts";

const integer = parameter("integer", "number");
const decimal = parameter("decimal", "number");

const unchanged = signature([integer], "integer", (_, value) => value);

function places(count: Integer): number {
  if (count >= 0) return Number(count);
  throw new FunctionFailure(
    "argument-out-of-range",
    `A number cannot be rounded to ${count} places: use 0 or more.`,
  );
}

/** The first value that no other one beats. */
function best<Item>(values: readonly Item[], beats: (one: Item, other: Item) => boolean): Item {
  return values.reduce((winner, value) => (beats(value, winner) ? value : winner));
}

/** max and min: all numbers, or all dates (reference logic.md 3.3). */
function extremes(isBetter: (sign: number) => boolean): Signature[] {
  const compare = (left: Integer, right: Integer) => isBetter(left < right ? -1 : left > right ? 1 : 0);
  const compareExact = (left: Decimal, right: Decimal) => isBetter(compareDecimals(left, right));
  return [
    repeated(integer, "integer", (_, ...values) => best(values, compare)),
    repeated(decimal, "decimal", (_, ...values) => best(values, compareExact)),
    repeated(parameter("dateTime", "date"), "dateTime", (_, ...values) => best(values, compare)),
  ];
}

/** A number from a random source has at most 17 digits, and its text is exact enough to be one. */
function randomDecimal(value: number): Decimal {
  const exact = decimalFromText(String(value));
  if (exact && value >= 0 && value < 1) return exact;
  throw new FunctionFailure(
    "argument-out-of-range",
    "The source of random numbers left its range from 0 to below 1.",
  );
}

/** Functions of numbers; all exact. */
export const numberFunctions: readonly FunctionRow[] = [
  {
    name: "abs",
    family: "number",
    summary: "The number without its sign.",
    signatures: [
      signature([integer], "integer", (_, value) => absoluteInteger(value)),
      signature([decimal], "decimal", (_, value) => absoluteDecimal(value)),
    ],
    examples: [{ expression: "abs(-5)", result: "5" }],
    errors: ["The smallest Integer has no counterpart above zero."],
  },
  {
    name: "ceil",
    family: "number",
    summary: "The smallest whole number that is not below the number.",
    signatures: [unchanged, signature([decimal], "integer", (_, value) => ceilDecimal(value))],
    examples: [
      { expression: "ceil(3.2)", result: "4" },
      { expression: "ceil(-1.9)", result: "-1" },
    ],
    errors: ["The result does not fit into 64 bits."],
  },
  {
    name: "floor",
    family: "number",
    summary: "The largest whole number that is not above the number.",
    signatures: [unchanged, signature([decimal], "integer", (_, value) => floorDecimal(value))],
    examples: [{ expression: "floor(-1.2)", result: "-2" }],
    errors: ["The result does not fit into 64 bits."],
  },
  {
    name: "round",
    family: "number",
    summary:
      "The nearest whole number, or the nearest number with so many places behind the point. Halves follow the rounding mode of the project: HalfUp goes away from zero, HalfEven to the even neighbour.",
    signatures: [
      unchanged,
      signature([decimal], "integer", ({ roundingMode }, value) => roundToInteger(value, roundingMode)),
      signature([decimal, parameter("integer", "places")], "decimal", ({ roundingMode }, value, count) =>
        roundDecimal(value, places(count), roundingMode),
      ),
    ],
    examples: [
      { expression: "round(3.5)", result: "4" },
      { expression: "round(2.675, 2)", result: "2.68" },
    ],
    errors: ["The places are below 0.", "A whole result does not fit into 64 bits."],
  },
  {
    name: "max",
    family: "number",
    summary: "The largest of two or more numbers or dates; a Decimal when one of the numbers is.",
    signatures: extremes((sign) => sign > 0),
    examples: [{ expression: "max(1, 2.5, 2)", result: "2.5" }],
  },
  {
    name: "min",
    family: "number",
    summary: "The smallest of two or more numbers or dates; a Decimal when one of the numbers is.",
    signatures: extremes((sign) => sign < 0),
    examples: [{ expression: "min(3, 2, 4)", result: "2" }],
  },
  {
    name: "pow",
    family: "number",
    summary: "The base to a power: exact for whole powers of 0 or more, else to 34 significant digits.",
    signatures: [
      signature(
        [parameter("decimal", "base"), parameter("decimal", "exponent")],
        "decimal",
        ({ roundingMode }, base, exponent) => powerOf(base, exponent, roundingMode),
      ),
    ],
    examples: [
      { expression: "pow(2, 3)", result: "8" },
      { expression: "pow(2.5, 3)", result: "15.625" },
    ],
    errors: ["A negative base with a fractional exponent.", "The result has too many digits."],
  },
  {
    name: "random",
    family: "number",
    summary: "A number from 0 to below 1 that cannot be foreseen.",
    signatures: [signature([], "decimal", (environment) => randomDecimal(environment.random()))],
    examples: [{ expression: "random() < 1", result: "true" }],
  },
  {
    name: "sqrt",
    family: "number",
    summary: "The square root, to 34 significant digits.",
    signatures: [
      signature([decimal], "decimal", ({ roundingMode }, value) => squareRoot(value, roundingMode)),
    ],
    examples: [{ expression: "sqrt(20.25)", result: "4.5" }],
    errors: ["The number is negative."],
  },
];
