import type { ProjectIndex } from "@rivulet/model";
import { type AttributeShape, scalarFromJson, type Value } from "@rivulet/values";

/** What the browser sends as the new value of an input. */
export type InputJson = string | boolean;

/** A value, or why what was put in is none. */
export type ParsedInput = { readonly value: Value } | { readonly message: string };

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

/** One of a kind that people write: blank is empty. */
function parseWritten(text: string, { type }: AttributeShape, index: ProjectIndex): ParsedInput {
  switch (type.kind) {
    case "integer":
    case "long":
      return parseInteger(text, type.kind === "integer");
    case "decimal": {
      const value = scalarFromJson("decimal", text);
      return value === undefined
        ? { message: "Write a number, with a point before its fraction, such as 12.50." }
        : { value };
    }
    case "dateTime": {
      const value = scalarFromJson("dateTime", text);
      return value === undefined ? { message: "This is no date and time." } : { value };
    }
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
 * @example parseInput("12.50", attribute, index) // { value: Decimal 12.5 }
 */
export function parseInput(json: InputJson, attribute: AttributeShape, index: ProjectIndex): ParsedInput {
  const { type } = attribute;
  if (type.kind === "boolean") {
    const value = typeof json === "boolean" ? json : { true: true, false: false }[json];
    return value === undefined ? { message: "Choose yes or no." } : { value };
  }
  if (typeof json !== "string") return { message: "This is not a text." };
  if (json.trim() === "") return { value: null };
  if (type.kind === "string") return parseText(json, type.maximumLength);
  return parseWritten(json.trim(), attribute, index);
}
