import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { JsonObject, JsonValue } from "./json-value.ts";

const lineWidth = 100;

/** Keys that come first, in this order, wherever they occur; all others follow in alphabetical order. */
const leadingKeys = "format module version id name type kind parent caption from to".split(" ");
const rankOfKey = new Map(leadingKeys.map((key, index) => [key, index]));

function compareKeys(left: string, right: string): number {
  const byRank = (rankOfKey.get(left) ?? leadingKeys.length) - (rankOfKey.get(right) ?? leadingKeys.length);
  if (byRank !== 0) return byRank;
  return left < right ? -1 : Number(left > right);
}

function sortedEntries(object: JsonObject): [string, JsonValue][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => compareKeys(left, right));
}

/** The value on one line, or `undefined` as soon as it is longer than `room`: a big value is not printed to find out. */
function inline(value: JsonValue, room: number): string | undefined {
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    return text.length <= room ? text : undefined;
  }
  return Array.isArray(value) ? inlineList(value, room) : inlineObject(value as JsonObject, room);
}

function inlineList(items: readonly JsonValue[], room: number): string | undefined {
  let text = "[";
  for (const item of items) {
    const separator = text === "[" ? "" : ", ";
    const inner = inline(item, room - text.length - separator.length - 1);
    if (inner === undefined) return undefined;
    text += separator + inner;
  }
  return text.length < room ? `${text}]` : undefined;
}

function inlineObject(object: JsonObject, room: number): string | undefined {
  let text = "{";
  for (const [key, member] of sortedEntries(object)) {
    const label = `${text === "{" ? " " : ", "}${JSON.stringify(key)}: `;
    const inner = inline(member, room - text.length - label.length - 2);
    if (inner === undefined) return undefined;
    text += label + inner;
  }
  const closed = text === "{" ? "{}" : `${text} }`;
  return closed.length <= room ? closed : undefined;
}

function print(value: JsonValue, indent: string, used: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const short = inline(value, lineWidth - indent.length - used);
  if (short !== undefined) return short;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item: JsonValue) => inner + print(item, inner, 0))
    : sortedEntries(value as JsonObject).map(([key, member]) => {
        const label = `${JSON.stringify(key)}: `;
        return inner + label + print(member, inner, label.length);
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/**
 * The one text of a JSON value in our files: keys in a fixed order, two spaces, whatever fits in 100 columns on one
 * line, a line feed at the end. The same value always gives the same text, so one change is a small Git diff.
 *
 * @example canonicalJson({ name: "Orders", id: "e1" }) // '{ "id": "e1", "name": "Orders" }\n'
 */
export function canonicalJson(value: JsonValue): string {
  return `${print(value, "", 0)}\n`;
}

/** SHA-256 of a text in hexadecimal: the content hash of a document is that of its canonical text. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
