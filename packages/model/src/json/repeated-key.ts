import { endOfText } from "./scan-json.ts";

/** A key that an object has twice, where it stands for the second time. */
export interface RepeatedKey {
  readonly key: string;
  readonly offset: number;
}

/**
 * The first key that an object of a text of JSON has twice. Parsers differ in which of the two they take, so what one
 * program has looked at is not what another one does, and in a file one of two values would be lost without a word.
 */
export function repeatedKey(text: string): RepeatedKey | undefined {
  /** The keys of the objects around, innermost last; nothing for an array. */
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{") open.push(new Set());
    else if (character === "[") open.push(undefined);
    else if (character === "}" || character === "]") open.pop();
    else if (character === '"') {
      const end = endOfText(text, at);
      const keys = isKey(text, end) ? open.at(-1) : undefined;
      const key = keys && (JSON.parse(text.slice(at, end)) as string);
      if (keys && key !== undefined && keys.has(key)) return { key, offset: at };
      if (key !== undefined) keys?.add(key);
      at = end - 1;
    }
  }
  return undefined;
}

const beforeColon = /[ \t\n\r]*:/y;

function isKey(text: string, end: number): boolean {
  beforeColon.lastIndex = end;
  return beforeColon.test(text);
}
