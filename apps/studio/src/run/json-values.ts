import type { JsonObject, JsonValue } from "@rivulet/model";
import { cutMark } from "@rivulet/runtime/wire";

/** A list as far as it was kept, and how many items more there are. */
export interface CutList {
  readonly items: readonly JsonValue[];
  readonly more: number;
}

/** Whether a JSON value is an object of an entity. */
export function isEntityJson(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "$entity" in value;
}

/** Takes the mark of what was cut off a list. */
export function cutListOf(list: readonly JsonValue[]): CutList {
  const last = list.at(-1);
  const more =
    typeof last === "object" && last !== null && !Array.isArray(last) ? (last as JsonObject)[cutMark] : 0;
  return typeof more === "number" && more > 0 ? { items: list.slice(0, -1), more } : { items: list, more: 0 };
}

/** A list of objects as a table: the attributes that any of them has, in their order. */
export function columnsOf(objects: readonly JsonObject[]): string[] {
  const columns = new Set(objects.flatMap((object) => Object.keys(object)));
  return [...columns].filter((name) => !name.startsWith("$"));
}

/** What an association or attribute is called in a heading: without its module. */
export function columnTitle(column: string): string {
  return column.slice(column.lastIndexOf(".") + 1);
}

/** A value on one line. */
export function lineOf(value: JsonValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (isEntityJson(value)) return String(value["$entity"]).split(".").at(-1) ?? "";
  return JSON.stringify(value);
}

/** Characters of a text that are drawn where many stand side by side. */
const mostCharacters = 4_000;

/** A text that may be long, as far as it is drawn. */
export function cutText(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)} …`;
}
