import type { JsonValue } from "@rivulet/model";
import { type DataType, scalarFromJson } from "@rivulet/values";
import { controlMessages } from "../messages/control-messages.ts";

/** What a text means as a value of a type. */
export type ValueReading =
  /** `undefined` is no value: the text was empty. */
  { readonly json: JsonValue | undefined } | { readonly fault: string };

/** Types of which a single value can be written as a text. */
export type WritableType =
  | { readonly kind: Exclude<DataType["kind"], "object" | "list" | "nothing" | "enumeration"> }
  | { readonly kind: "enumeration"; readonly enumeration: string };

/** Whether values of a type can be written as a text. */
export function isWritable(type: DataType): type is DataType & WritableType {
  return type.kind !== "object" && type.kind !== "list" && type.kind !== "nothing";
}

/** Integers are numbers in JSON while they are exact, else texts; see interfaces.md, "Values as JSON". */
function jsonOfText(text: string, type: WritableType): JsonValue {
  if (type.kind === "boolean") return text === "true";
  if (type.kind !== "integer") return text;
  const number = Number(text);
  return Number.isSafeInteger(number) && /^-?\d+$/.test(text) ? number : text;
}

/**
 * Reads what a person wrote for a value.
 *
 * @example readValueText("25", { kind: "integer" }) // { json: 25 }
 */
export function readValueText(text: string, type: WritableType): ValueReading {
  const written = type.kind === "string" ? text : text.trim();
  if (written === "") return { json: undefined };
  const json = jsonOfText(written, type);
  const isValue = scalarFromJson(type.kind, json) !== undefined;
  return isValue ? { json } : { fault: controlMessages.wrongValue[type.kind] };
}

/** A value as it is written in a field. */
export function showValueText(json: JsonValue | undefined): string {
  return json === undefined || json === null ? "" : String(json);
}
