import { type Decimal, decimalFromText, decimalToText, type Integer, integerFromText } from "@rivulet/values";
import type { FunctionRow } from "./function-row.ts";
import { emptyable, FunctionFailure, parameter, signature } from "./signature.ts";

const text = parameter("string", "text");

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
      signature([emptyable("boolean", "value")], "string", (_, value) =>
        value === null ? "" : String(value),
      ),
      signature([emptyable("enumeration", "value")], "string", (_, value) => value ?? ""),
    ],
    examples: [
      { expression: "toString(12.50)", result: "12.5" },
      { expression: "toString(true)", result: "true" },
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
    summary: "The number that the text is; with a default as last argument, that one when the text is none.",
    signatures: [
      signature([text], "decimal", (_, value) => parseDecimal(value)),
      signature([text, emptyable("decimal", "default")], "decimal", (_, value, otherwise) => {
        return decimalFromText(value) ?? otherwise;
      }),
    ],
    examples: [
      { expression: "parseDecimal('3.45')", result: "3.45" },
      { expression: "parseDecimal('none', 5.05)", result: "5.05" },
    ],
    errors: ["The text is no number, and there is no default."],
  },
];
