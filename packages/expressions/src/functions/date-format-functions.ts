import type { Value } from "@rivulet/values";
import type { ZoneChoice } from "../dates/wall-time.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import { datePattern } from "../formats/date-pattern.ts";
import { formatDate, formatShort, type ShortForm } from "../formats/format-date.ts";
import { parseDate, readingFault } from "../formats/parse-date.ts";
import type { FunctionRow } from "./function-row.ts";
import {
  type ArgumentFault,
  emptyable,
  FunctionFailure,
  parameter,
  type Signature,
  signature,
} from "./signature.ts";

const date = parameter("dateTime", "date");
const text = parameter("string", "text");
const pattern = parameter("string", "pattern");

type Inspection = NonNullable<Signature["inspect"]>;

/** A written pattern is judged before it is used. */
function inspectPattern(faultOf: (pattern: string) => string | undefined): Inspection {
  return (values: readonly (Value | undefined)[]): ArgumentFault | undefined => {
    const written = values[1];
    const message = typeof written === "string" ? faultOf(written) : undefined;
    return message === undefined ? undefined : { index: 1, message };
  };
}

function parseRow(name: string, zone: ZoneChoice): FunctionRow {
  const parse = (value: string, form: string, environment: EvaluationEnvironment) =>
    parseDate(value, form, { zone, environment });
  const inspect = inspectPattern(readingFault);
  const strict = signature([text, pattern], "dateTime", (environment, value, form) => {
    const parsed = parse(value, form, environment);
    if (parsed !== undefined) return parsed;
    throw new FunctionFailure("not-readable", `'${value.slice(0, 40)}' is no date of the form ${form}.`);
  });
  const tolerant = signature(
    [text, pattern, emptyable("dateTime", "default")],
    "dateTime",
    (environment, value, form, otherwise) => parse(value, form, environment) ?? otherwise,
  );
  const where = zone === "utc" ? " in UTC" : "";
  return {
    name,
    family: "date",
    summary: `The date${where} that a text describes by a pattern. Reading is lenient: numbers out of range roll over, a missing time is 00:00, and text behind the date is ignored.`,
    signatures: [
      { ...strict, inspect },
      { ...tolerant, inspect },
    ],
    examples: [
      { expression: `${name}('29-02-2024', 'dd-MM-yyyy')`, result: "2024-02-29T00:00:00.000Z" },
      { expression: `${name}('35-11-2015', 'dd-MM-yyyy')`, result: "2015-12-05T00:00:00.000Z" },
      { expression: `${name}('no date', 'dd-MM-yyyy', dateTime(2007))`, result: "2007-01-01T00:00:00.000Z" },
    ],
    errors: ["The text is no such date, and there is no default.", "The pattern cannot be understood."],
  };
}

function patternSignature(zone: ZoneChoice): Signature {
  const made = signature([date, pattern], "string", (environment, instant, form) =>
    formatDate(instant, form, { zone, environment }),
  );
  return { ...made, inspect: inspectPattern((written) => datePattern(written).fault) };
}

function shortSignature(form: ShortForm, zone: ZoneChoice): Signature {
  return signature([date], "string", (environment, instant) =>
    formatShort(instant, form, { zone, environment }),
  );
}

const shortRows = [
  { name: "formatDate", form: "date", noun: "The day of the date", result: "2/29/24" },
  { name: "formatTime", form: "time", noun: "The time of the date", result: "1:30 PM" },
] as const;

function shortRow({ name, form, noun, result }: (typeof shortRows)[number], zone: ZoneChoice): FunctionRow {
  const fullName = zone === "utc" ? `${name}UTC` : name;
  return {
    name: fullName,
    family: "date",
    summary: `${noun}${zone === "utc" ? " in UTC" : ""}, in the short form of the user's locale.`,
    signatures: [shortSignature(form, zone)],
    examples: [{ expression: `${fullName}(dateTime(2024, 2, 29, 13, 30))`, result }],
  };
}

function formatRow(name: string, zone: ZoneChoice): FunctionRow {
  return {
    name,
    family: "date",
    summary: `The date${zone === "utc" ? " in UTC" : ""} as a pattern says, or in the short form of the user's locale.`,
    signatures: [shortSignature("dateTime", zone), patternSignature(zone)],
    examples: [
      {
        expression: `${name}(dateTime(2024, 2, 29, 13, 30), 'EEEE d MMMM yyyy, HH:mm')`,
        result: "Thursday 29 February 2024, 13:30",
      },
      { expression: `${name}(dateTime(2024, 2, 29, 13, 30))`, result: "2/29/24, 1:30 PM" },
    ],
    errors: ["The pattern cannot be understood."],
  };
}

/** Functions between dates and text; patterns are those of Java's SimpleDateFormat. */
export const dateFormatFunctions: readonly FunctionRow[] = [
  parseRow("parseDateTime", "local"),
  parseRow("parseDateTimeUTC", "utc"),
  formatRow("formatDateTime", "local"),
  formatRow("formatDateTimeUTC", "utc"),
  ...shortRows.flatMap((row) => [shortRow(row, "local"), shortRow(row, "utc")]),
];
