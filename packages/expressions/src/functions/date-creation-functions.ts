import type { Integer, Value } from "@rivulet/values";
import { fieldsOf, instantOf, midnightOf, milliseconds, type ZoneChoice } from "../dates/wall-time.ts";
import type { FunctionRow } from "./function-row.ts";
import {
  type ArgumentFault,
  FunctionFailure,
  fixed,
  parameter,
  type Signature,
  signature,
} from "./signature.ts";

/** The parts of a date and what they may be (reference logic.md 3.5). */
const parts = [
  { name: "year", least: 1800, most: 9999 },
  { name: "month", least: 1, most: 12 },
  { name: "day", least: 1, most: 31 },
  { name: "hour", least: 0, most: 23 },
  { name: "minute", least: 0, most: 59 },
  { name: "second", least: 0, most: 59 },
] as const;

function faultOf(values: readonly (Value | undefined)[]): ArgumentFault | undefined {
  for (const [index, value] of values.entries()) {
    const part = parts[index];
    if (!part || typeof value !== "number" || (value >= part.least && value <= part.most)) continue;
    return {
      index,
      message: `The ${part.name} ${value} does not exist: it goes from ${part.least} to ${part.most}.`,
    };
  }
  const [year, month, day] = values;
  if (typeof year !== "number" || typeof month !== "number" || typeof day !== "number") return undefined;
  if (fieldsOf(midnightOf(year, month, day)).day === day) return undefined;
  return { index: 2, message: `The day ${day} does not exist in month ${month} of ${year}.` };
}

function wallTimeOfParts(values: readonly Integer[]): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = values.map(Number);
  const fault = faultOf(values.map(Number));
  if (fault) throw new FunctionFailure("argument-out-of-range", fault.message);
  return (
    midnightOf(year, month, day) +
    hour * milliseconds.hour +
    minute * milliseconds.minute +
    second * milliseconds.second
  );
}

function signatures(zone: ZoneChoice): Signature[] {
  return parts.map((_, index) => {
    const parameters = parts.slice(0, index + 1).map(({ name }) => fixed("integer", name));
    const made = signature(parameters, "dateTime", (environment, ...values) => {
      return instantOf(wallTimeOfParts(values), zone, environment);
    });
    return { ...made, inspect: faultOf };
  });
}

const errors = ["A part is not written down as a number, or outside its range."];

/** Functions that make a date of numbers. */
export const dateCreationFunctions: readonly FunctionRow[] = [
  {
    name: "dateTime",
    family: "date",
    summary:
      "The date with these parts in the time zone of the user; parts that are left out are the smallest. Only written numbers are taken.",
    signatures: signatures("local"),
    examples: [{ expression: "dateTime(2024, 2, 29, 13, 30)", result: "2024-02-29T13:30:00.000Z" }],
    errors,
  },
  {
    name: "dateTimeUTC",
    family: "date",
    summary:
      "The date with these parts in UTC; parts that are left out are the smallest. Only written numbers are taken.",
    signatures: signatures("utc"),
    examples: [{ expression: "dateTimeUTC(2024, 2, 29)", result: "2024-02-29T00:00:00.000Z" }],
    errors,
  },
  {
    name: "dateTimeToEpoch",
    family: "date",
    summary: "The milliseconds from 1970-01-01 00:00 UTC to the date.",
    signatures: [signature([parameter("dateTime", "date")], "integer", (_, date) => date)],
    examples: [{ expression: "dateTimeToEpoch(dateTimeUTC(1970, 1, 2))", result: "86400000" }],
  },
  {
    name: "epochToDateTime",
    family: "date",
    summary: "The date that is so many milliseconds after 1970-01-01 00:00 UTC.",
    signatures: [
      signature([parameter("integer", "milliseconds")], "dateTime", (environment, instant) => {
        return instantOf(Number(instant), "utc", environment);
      }),
    ],
    examples: [{ expression: "epochToDateTime(86400000)", result: "1970-01-02T00:00:00.000Z" }],
    errors: ["The date would be more than 270,000 years away."],
  },
];
