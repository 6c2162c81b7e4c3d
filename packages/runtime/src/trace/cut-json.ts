import type { JsonValue } from "@rivulet/model";
import { cutMark } from "../wire/run-trace.ts";

/** How much of a value is kept: items of each list, characters of each text. */
export interface Extent {
  readonly items: number;
  readonly characters: number;
}

/** A text as far as it is kept; what it lost is said at its end. */
export function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters)} … (${text.length - characters} more characters)`;
}

/** A value with shorter lists and texts; each says at its end how much it lost. */
export function cutJson(value: JsonValue, extent: Extent): JsonValue {
  if (typeof value === "string") return cutText(value, extent.characters);
  if (Array.isArray(value)) {
    const items = value.slice(0, extent.items).map((item) => cutJson(item, extent));
    return value.length > extent.items ? [...items, { [cutMark]: value.length - extent.items }] : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cutJson(member, extent)]));
}
