const space = /[ \t\n\r]*/y;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Written without a choice inside a repetition, so that a long or unclosed text costs linear time.
// oxlint-disable-next-line no-control-regex -- that control characters may not stand in a text is the rule
const text = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;

/** Follows the grammar of JSON with an explicit stack, so that any depth is fine. */
class GrammarReader {
  readonly #text: string;
  at = 0;

  constructor(source: string) {
    this.#text = source;
  }

  /** Takes what the sticky pattern matches here; whether it was anything. */
  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.#text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  takeCharacter(characters: string): string | undefined {
    this.take(space);
    const character = this.#text.charAt(this.at);
    if (character === "" || !characters.includes(character)) return undefined;
    this.at += 1;
    return character;
  }
}

/** The key and colon of a member; false where they are not. */
function takeKey(reader: GrammarReader): boolean {
  reader.take(space);
  return reader.take(text) && reader.takeCharacter(":") !== undefined;
}

/** What closes the array or object that `open` opens. */
const closing: Record<string, string> = { "[": "]", "{": "}" };

/** Reads values and whatever opens before them; true where a value is complete, false at a fault. */
function takeValue(reader: GrammarReader, open: string[]): boolean {
  for (;;) {
    const opened = reader.takeCharacter("[{");
    if (opened === undefined) return reader.take(text) || reader.take(literal);
    if (reader.takeCharacter(closing[opened] ?? "") !== undefined) return true;
    open.push(opened);
    if (opened === "{" && !takeKey(reader)) return false;
  }
}

/** Behind a value: closes what ends here. `next` where another value follows. */
function takeEnds(reader: GrammarReader, open: string[]): "next" | "end" | "fault" {
  for (;;) {
    const innermost = open.at(-1);
    if (innermost === undefined) return "end";
    const character = reader.takeCharacter(`,${closing[innermost]}`);
    if (character === undefined) return "fault";
    if (character === ",") return innermost === "[" || takeKey(reader) ? "next" : "fault";
    open.pop();
  }
}

/**
 * The offset of the first character that breaks the grammar of JSON, or the length of a text that ends too early.
 * The engines' own messages name it in their own ways, or not at all, so we look for ourselves, but only after
 * `JSON.parse` has failed.
 */
export function offsetOfJsonFault(source: string): number {
  const reader = new GrammarReader(source);
  const open: string[] = [];
  while (takeValue(reader, open)) if (takeEnds(reader, open) !== "next") break;
  reader.take(space);
  return reader.at;
}
