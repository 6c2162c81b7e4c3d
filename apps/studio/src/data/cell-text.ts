import { dataMessages } from "../messages/data-messages.ts";
import { type AttributeJson, contentOf, type ItemJson, typeOf } from "./attribute.ts";

/** Characters of a value that a cell shows. */
const longestCell = 80;
/** Members of a list or a map that are put into words before the rest is left out. */
const mostMembers = 6;

function brief(json: AttributeJson, depth: number): string {
  switch (typeOf(json)) {
    case "NULL":
      return "null";
    case "BOOL":
    case "N":
      return String(contentOf(json));
    case "S":
      return depth === 0
        ? String(contentOf(json))
        : JSON.stringify(String(contentOf(json)).slice(0, longestCell));
    case "B":
      return dataMessages.bytes(byteCount(String(contentOf(json))));
    case "M":
      return inBraces(Object.entries(contentOf(json) as ItemJson), depth);
    case "L":
      return inBrackets(contentOf(json) as readonly AttributeJson[], (member) => brief(member, depth + 1));
    case "BS":
      return inBrackets(contentOf(json) as readonly string[], (member) =>
        dataMessages.bytes(byteCount(member)),
      );
    default:
      return inBrackets(contentOf(json) as readonly string[], String);
  }
}

const byteCount = (base64: string) => (base64.length * 3) / 4 - (/=*$/.exec(base64)?.[0].length ?? 0);

function inBrackets<Member>(members: readonly Member[], text: (member: Member) => string): string {
  const shown = members.slice(0, mostMembers).map(text);
  return `[${[...shown, ...(members.length > mostMembers ? ["…"] : [])].join(", ")}]`;
}

function inBraces(entries: readonly (readonly [string, AttributeJson])[], depth: number): string {
  if (depth > 2) return "{…}";
  const shown = entries.slice(0, mostMembers).map(([name, value]) => `${name}: ${brief(value, depth + 1)}`);
  return `{${[...shown, ...(entries.length > mostMembers ? ["…"] : [])].join(", ")}}`;
}

/** A value in one short line, for a cell; the whole of it is in the item. */
export function cellText(json: AttributeJson): string {
  const text = brief(json, 0);
  const line = (text.length > longestCell * 2 ? text.slice(0, longestCell * 2) : text).replaceAll(
    /\s+/g,
    " ",
  );
  return line.length > longestCell ? `${line.slice(0, longestCell - 1)}…` : line;
}

/** The key of an item in one line, for a title or a question. */
export function keyText(item: ItemJson, key: readonly { readonly name: string }[]): string {
  return key.flatMap(({ name }) => (item[name] ? [cellText(item[name])] : [])).join(" / ");
}

/** Columns that a table shows of its items, the key first; more are seen by opening an item. */
export const mostColumns = 40;

/** Lists, maps and sets take much room, and are read in the item. */
const isLong = (json: AttributeJson) => !["S", "N", "B", "BOOL", "NULL"].includes(typeOf(json));

/** The columns of a page of items: the key, plain values by name, then lists, maps and sets; and how many have none. */
export function columnsOf(
  items: readonly ItemJson[],
  key: readonly { readonly name: string }[],
): { readonly columns: readonly string[]; readonly left: number } {
  const first = new Set(key.map(({ name }) => name));
  const rest = new Map<string, boolean>();
  for (const item of items)
    for (const [name, value] of Object.entries(item))
      if (!first.has(name)) rest.set(name, (rest.get(name) ?? false) || isLong(value));
  const others = [...rest].sort(
    ([one, isLongOne], [other, isLongOther]) =>
      Number(isLongOne) - Number(isLongOther) || one.localeCompare(other),
  );
  const names = [...first, ...others.map(([name]) => name)];
  const columns = names.slice(0, mostColumns);
  return { columns, left: names.length - columns.length };
}
