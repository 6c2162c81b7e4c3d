import {
  type Decimal,
  decimalFromText,
  decimalToText,
  type Integer,
  integerFromText,
  type Value,
} from "@rivulet/values";
import { decimalPattern } from "../formats/decimal-pattern.ts";
import { formatDate } from "../formats/format-date.ts";
import { formatDecimal } from "../formats/format-decimal.ts";
import { parseDecimalWith } from "../formats/parse-decimal.ts";
import type { FunctionRow } from "./function-row.ts";
import {
  type ArgumentFault,
  emptyable,
  FunctionFailure,
  parameter,
  type Signature,
  signature,
} from "./signature.ts";

const text = parameter("string", "text");
const format = parameter("string", "format");

/** How Java prints a date that has no format. */
const plainDate = "EEE MMM dd HH:mm:ss zzz yyyy";

function shown(value: string): string {
  return value.length > 40 ? `'${value.slice(0, 40)}…'` : `'${value}'`;
}

function notReadable(value: string, what: string): FunctionFailure {
  return new FunctionFailure("not-readable", `${shown(value)} is no ${what}.`);
}

function parseInteger(value: string): Integer {
  const number = integerFromText(value);
  if (number === undefined) throw notReadable(value, "whole number within 64 bits");
  return number;
}

function parseDecimal(value: string): Decimal {
  const number = decimalFromText(value);
  if (number === undefined) throw notReadable(value, "number");
  return number;
}

function patternFault(pattern: string): string {
  return `${shown(pattern)} is no format of numbers: write one such as #,##0.00.`;
}

function parseWith(value: string, pattern: string, locale: string): Decimal | undefined {
  if (!decimalPattern(pattern)) throw new FunctionFailure("pattern-invalid", patternFault(pattern));
  return parseDecimalWith(value, pattern, locale);
}

function formatWith(value: Decimal, pattern: string, locale: string): string {
  const formatted = formatDecimal(value, pattern, locale);
  if (formatted === undefined) throw new FunctionFailure("pattern-invalid", patternFault(pattern));
  return formatted;
}

/** A written format is judged before it is used. */
function inspectFormat(values: readonly (Value | undefined)[]): ArgumentFault | undefined {
  const written = values[1];
  if (typeof written !== "string" || decimalPattern(written)) return undefined;
  return { index: 1, message: patternFault(written) };
}

function withFormat(made: Signature): Signature {
  return { ...made, inspect: inspectFormat };
}

/** Functions between text and other types. */
export const conversionFunctions: readonly FunctionRow[] = [
  {
    name: "toString",
    family: "conversion",
    summary: "The value as text: a number in digits, an enumeration value by its name; empty gives ''.",
    signatures: [
      signature([emptyable("string", "value")], "string", (_, value) => value ?? ""),
      signature([emptyable("integer", "value")], "string", (_, value) =>
        value === null ? "" : String(value),
      ),
      signature([emptyable("decimal", "value")], "string", (_, value) => (value ? decimalToText(value) : "")),
      signature([emptyable("dateTime", "value")], "string", (environment, value) =>
        value === null ? "" : formatDate(value, plainDate, { zone: "local", environment, locale: "en_US" }),
      ),
      signature([emptyable("boolean", "value")], "string", (_, value) =>
        value === null ? "" : String(value),
      ),
      signature([emptyable("enumeration", "value")], "string", (_, value) => value ?? ""),
    ],
    examples: [
      { expression: "toString(12.50)", result: "12.5" },
      { expression: "toString(true)", result: "true" },
      { expression: "toString(dateTime(2024, 2, 29, 13, 30))", result: "Thu Feb 29 13:30:00 UTC 2024" },
    ],
  },
  {
    name: "parseInteger",
    family: "conversion",
    summary: "The whole number that the text is; with a second argument, that one when the text is none.",
    signatures: [
      signature([text], "integer", (_, value) => parseInteger(value)),
      signature([text, emptyable("integer", "default")], "integer", (_, value, otherwise) => {
        return integerFromText(value) ?? otherwise;
      }),
    ],
    examples: [
      { expression: "parseInteger('42')", result: "42" },
      { expression: "parseInteger('forty-two', 0)", result: "0" },
    ],
    errors: ["The text is no whole number within 64 bits, and there is no default."],
  },
  {
    name: "parseDecimal",
    family: "conversion",
    summary:
      "The number that the text is, written plainly or as a format says; with a default as last argument, that one when the text is none.",
    signatures: [
      signature([text], "decimal", (_, value) => parseDecimal(value)),
      signature([text, emptyable("decimal", "default")], "decimal", (_, value, otherwise) => {
        return decimalFromText(value) ?? otherwise;
      }),
      withFormat(
        signature([text, format], "decimal", ({ locale }, value, pattern) => {
          const number = parseWith(value, pattern, locale);
          if (number) return number;
          throw notReadable(value, `number of the form ${pattern}`);
        }),
      ),
      withFormat(
        signature(
          [text, format, emptyable("decimal", "default")],
          "decimal",
          ({ locale }, value, pattern, otherwise) => {
            return parseWith(value, pattern, locale) ?? otherwise;
          },
        ),
      ),
    ],
    examples: [
      { expression: "parseDecimal('3.45')", result: "3.45" },
      { expression: "parseDecimal('3,241.98', '#,###.##')", result: "3241.98" },
      { expression: "parseDecimal('none', 5.05)", result: "5.05" },
    ],
    errors: ["The text is no number, and there is no default.", "The format cannot be understood."],
  },
  {
    name: "formatDecimal",
    family: "conversion",
    summary:
      "The number as a format says, in the user's locale or a given one; digits that the format leaves out are rounded half-even.",
    signatures: [
      withFormat(
        signature([parameter("decimal", "number"), format], "string", ({ locale }, value, pattern) =>
          formatWith(value, pattern, locale),
        ),
      ),
      withFormat(
        signature(
          [parameter("decimal", "number"), format, parameter("string", "locale")],
          "string",
          (_, ...values) => formatWith(...values),
        ),
      ),
    ],
    examples: [
      { expression: "formatDecimal(1234.56, '#,###.#')", result: "1,234.6" },
      { expression: "formatDecimal(1234.5, '#,##0.00', 'nl_NL')", result: "1.234,50" },
      { expression: "formatDecimal(0.56, '##0%')", result: "56%" },
    ],
    errors: ["The format cannot be understood.", "The locale does not exist."],
  },
];
