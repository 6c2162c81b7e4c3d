import { Decimal, divideDecimals } from "@rivulet/values";
import { fieldsOf, milliseconds, wallTimeOf } from "../dates/wall-time.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import type { FunctionRow } from "./function-row.ts";
import { parameter, signature } from "./signature.ts";

const dates = [parameter("dateTime", "date1"), parameter("dateTime", "date2")] as const;

const units = [
  { unit: "millisecond", result: "129600000" },
  { unit: "second", result: "129600" },
  { unit: "minute", result: "2160" },
  { unit: "hour", result: "36" },
  { unit: "day", result: "1.5" },
  { unit: "week", result: "0.2142857142857142857142857142857143" },
] as const;

/** Always 0 or more, with the exact fraction (reference logic.md 3.5). */
function distance(
  [first, second]: readonly [number, number],
  length: number,
  { roundingMode }: EvaluationEnvironment,
): Decimal {
  return divideDecimals(new Decimal(Math.abs(first - second), 0), new Decimal(length, 0), roundingMode);
}

/** Whole months between two days of the user's calendar; the time of day does not count. */
function calendarMonths(
  [first, second]: readonly [number, number],
  environment: EvaluationEnvironment,
): number {
  const [earlier, later] = first <= second ? [first, second] : [second, first];
  const from = fieldsOf(wallTimeOf(earlier, "local", environment));
  const to = fieldsOf(wallTimeOf(later, "local", environment));
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < from.day ? months - 1 : months;
}

function betweenRow({ unit, result }: (typeof units)[number]): FunctionRow {
  const name = `${unit}sBetween`;
  return {
    name,
    family: "date",
    summary: `How many ${unit}s lie between two dates, with their fraction, whichever comes first.`,
    signatures: [
      signature(dates, "decimal", (environment, ...pair) => distance(pair, milliseconds[unit], environment)),
    ],
    examples: [{ expression: `${name}(dateTime(2024, 2, 29), dateTime(2024, 3, 1, 12))`, result }],
  };
}

/** Functions that measure the time between two dates. */
export const dateBetweenFunctions: readonly FunctionRow[] = [
  ...units.map(betweenRow),
  {
    name: "calendarMonthsBetween",
    family: "date",
    summary:
      "How many whole months lie between two days, whichever comes first; the time of day does not count.",
    signatures: [signature(dates, "integer", (environment, ...pair) => calendarMonths(pair, environment))],
    examples: [
      { expression: "calendarMonthsBetween(dateTime(2024, 1, 31), dateTime(2024, 8, 1))", result: "6" },
    ],
  },
  {
    name: "calendarYearsBetween",
    family: "date",
    summary:
      "How many whole years lie between two days, whichever comes first; the time of day does not count.",
    signatures: [
      signature(dates, "integer", (environment, ...pair) =>
        Math.floor(calendarMonths(pair, environment) / 12),
      ),
    ],
    examples: [
      { expression: "calendarYearsBetween(dateTime(2007, 1, 1), dateTime(2017, 1, 1))", result: "10" },
    ],
  },
];
