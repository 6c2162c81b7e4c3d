import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { type AttributeType, type DataType, scalarFromJson } from "@rivulet/values";

const largestInteger = 2 ** 31 - 1;
const smallestInteger = -(2 ** 31);

function faultOfText(value: string, maximumLength = Infinity): string | undefined {
  if (value.length <= maximumLength) return undefined;
  return `has ${value.length} characters, and at most ${maximumLength} fit`;
}

function faultOfKey(key: string, enumeration: string, index: ProjectIndex): string | undefined {
  const record = index.enumeration(enumeration);
  if (!record || record.values.some(({ name }) => name === key)) return undefined;
  return `is no value of ${enumeration} (${record.values.map(({ name }) => name).join(", ")})`;
}

const forms: Readonly<Record<string, string>> = {
  string: "a text",
  hashedString: "a text",
  enumeration: "the key of a value",
  boolean: "true or false",
  integer: "a whole number",
  long: "a whole number of at most 64 bits",
  autoNumber: "a whole number",
  decimal: "a number, best in quotes",
  dateTime: 'a date and time such as "2026-01-31T12:00:00.000Z"',
  binary: "base64 text",
};

/**
 * What is wrong with a value that is written in a file, as the end of a sentence that begins with the value;
 * `undefined` when it is one of the type. `null` is empty and always fits.
 *
 * @example writtenValueFault("12,5", { kind: "decimal" }, index) // "is not a number, best in quotes"
 */
export function writtenValueFault(
  json: JsonValue,
  type: AttributeType | DataType,
  index: ProjectIndex,
): string | undefined {
  if (json === null) return undefined;
  if (type.kind === "object" || type.kind === "list" || type.kind === "nothing") {
    return "cannot be written down";
  }
  const value = scalarFromJson(type.kind, json);
  if (value === undefined) return `is not ${forms[type.kind]}`;
  if (type.kind === "enumeration") return faultOfKey(String(value), type.enumeration, index);
  if (type.kind === "string") {
    return faultOfText(String(value), "maximumLength" in type ? type.maximumLength : undefined);
  }
  return undefined;
}

/**
 * The same for the default value of an attribute: an attribute of type Integer holds 32 bits, unlike the Integers of
 * expressions and constants (reference logic.md 3.3).
 */
export function defaultValueFault(
  json: JsonValue,
  type: AttributeType,
  index: ProjectIndex,
): string | undefined {
  const fault = writtenValueFault(json, type, index);
  const isTooLarge = Number(json) > largestInteger || Number(json) < smallestInteger;
  if (fault !== undefined || type.kind !== "integer" || !isTooLarge) return fault;
  return "does not fit into an Integer (32 bits): use the type Long";
}
