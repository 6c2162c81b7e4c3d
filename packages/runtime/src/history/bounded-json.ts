import type { JsonValue } from "@rivulet/model";
import { cutJson, type Extent } from "../trace/cut-json.ts";
import { cutMark } from "../wire/run-trace.ts";

/** What is tried one after the other until a value is small enough. */
const extents: readonly Extent[] = [
  { items: 200, characters: 2_000 },
  { items: 20, characters: 500 },
  { items: 5, characters: 100 },
];

/** A value as it is kept. */
export interface BoundedJson {
  readonly value: JsonValue;
  readonly isCut: boolean;
}

/**
 * A value of at most so many characters of JSON: as it is, else with shorter lists and texts, else only the mark that
 * there was one.
 *
 * @example boundedJson("short", 1_000) // { value: "short", isCut: false }
 */
export function boundedJson(value: JsonValue, characters: number): BoundedJson {
  if (sizeOf(value) <= characters) return { value, isCut: false };
  for (const extent of extents) {
    const cut = cutJson(value, extent);
    if (sizeOf(cut) <= characters) return { value: cut, isCut: true };
  }
  return { value: { [cutMark]: 1 }, isCut: true };
}

/** Characters of a value as JSON. */
export function sizeOf(value: JsonValue): number {
  return JSON.stringify(value).length;
}
