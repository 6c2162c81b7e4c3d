import type { EvaluationEnvironment } from "@rivulet/expressions";
import { formatDate } from "@rivulet/expressions/formats";
import type { ProjectIndex } from "@rivulet/model";
import { type AttributeShape, scalarFromJson, type Value } from "@rivulet/values";
import { typingFault } from "../../formats/moment-pattern.ts";
import { parseMoment } from "../../formats/parse-moment.ts";
import { readDecimal, readDigits } from "../../formats/read-number.ts";
import type { InputFormats } from "./formats-of-input.ts";

/** What the browser sends as the new value of an input. */
export type InputJson = string | boolean;

/** A value, or why what was put in is none. */
export type ParsedInput = { readonly value: Value } | { readonly message: string };

/** How an input reads what is typed into it. */
export interface TypedInput extends InputFormats {
  readonly environment: EvaluationEnvironment;
  /** What stood in it before. */
  readonly before: Value;
}

/** What is needed to read what was put in; without `typed`, numbers and moments are as JSON writes them. */
export interface InputReading {
  readonly index: ProjectIndex;
  readonly typed?: TypedInput;
}

/** Writes numbers as JSON does. */
const plainLocale = "en_US";

/** The largest and smallest Integer: 32 bits. */
const integerRange = { from: -(2 ** 31), to: 2 ** 31 - 1 } as const;

function parseText(text: string, maximumLength: number | undefined): ParsedInput {
  if (maximumLength === undefined || text.length <= maximumLength) return { value: text };
  return { message: `This is ${text.length} characters long, and ${maximumLength} fit.` };
}

function parseInteger(text: string, is32Bits: boolean): ParsedInput {
  if (!/^-?\d{1,100}$/.test(text)) return { message: "Write a whole number, such as 12." };
  const value = scalarFromJson("long", text.replace(/^(-?)0+(?=\d)/, "$1"));
  if (value === undefined) return { message: "This number is too large: it has to fit in 64 bits." };
  const { from, to } = integerRange;
  if (is32Bits && !(Number(value) >= from && Number(value) <= to))
    return { message: `This number is too large: it has to be from ${from} to ${to}.` };
  return { value };
}

/** A moment comes as such from the controls of the browser, and by the pattern where one is typed. */
function parseDateTime(text: string, typed: TypedInput | undefined): ParsedInput {
  const exact = scalarFromJson("dateTime", text);
  if (exact !== undefined) return { value: exact };
  const pattern = typed?.pattern;
  if (!typed || pattern === undefined || typingFault(pattern) !== undefined)
    return { message: "This is no date and time." };
  const { before, environment } = typed;
  const value = parseMoment(text, pattern, {
    environment,
    before: typeof before === "number" ? before : null,
  });
  if (value !== undefined) return { value };
  const example = formatDate(environment.clock(), pattern, { zone: "local", environment });
  return { message: `This is no such moment. Write it like ${example}.` };
}

/** One of a kind that people write: blank is empty. */
function parseWritten(text: string, { type }: AttributeShape, reading: InputReading): ParsedInput {
  const { index, typed } = reading;
  const numbers = { format: typed?.format, locale: typed?.environment.locale ?? plainLocale };
  switch (type.kind) {
    case "integer":
    case "long": {
      const read = readDigits(text, { ...numbers, isWhole: true });
      return "message" in read ? read : parseInteger(read.digits, type.kind === "integer");
    }
    case "decimal":
      return readDecimal(text, numbers);
    case "dateTime":
      return parseDateTime(text, typed);
    case "enumeration": {
      const keys = index.enumeration(type.enumeration)?.values.map(({ name }) => name) ?? [];
      return keys.includes(text) ? { value: text } : { message: "Choose one of the list." };
    }
    default:
      return { message: "This cannot be changed here." };
  }
}

/**
 * Reads what was put into an input, by the type of its attribute: exactly, a number is never rounded. Blank is empty.
 *
 * @example parseInput("12.50", attribute, { index }) // { value: Decimal 12.5 }
 */
export function parseInput(json: InputJson, attribute: AttributeShape, reading: InputReading): ParsedInput {
  const { type } = attribute;
  if (type.kind === "boolean") {
    const value = typeof json === "boolean" ? json : { true: true, false: false }[json];
    return value === undefined ? { message: "Choose yes or no." } : { value };
  }
  if (typeof json !== "string") return { message: "This is not a text." };
  if (json.trim() === "") return { value: null };
  if (type.kind === "string") return parseText(json, type.maximumLength);
  return parseWritten(json.trim(), attribute, reading);
}
