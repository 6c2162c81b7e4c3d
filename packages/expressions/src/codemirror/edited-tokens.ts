import type { Token } from "../syntax/token.ts";
import { tokenAt, tokenize } from "../syntax/tokenizer.ts";

/** So many characters behind its end can have a say in where a token ends: `1.` and what follows the dot. */
const lookahead = 2;

/** How many of the tokens are the same whatever stands at a place and behind it. */
function untouchedBefore(tokens: readonly Token[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isUntouched = (tokens[middle]?.to ?? 0) + lookahead <= place;
    if (isUntouched) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters two texts have in common at their beginning, and then at their end. */
function inCommon(one: string, other: string): { readonly before: number; readonly behind: number } {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one.charCodeAt(before) === other.charCodeAt(before)) before += 1;
  let behind = 0;
  const last = shorter - before;
  while (
    behind < last &&
    one.charCodeAt(one.length - 1 - behind) === other.charCodeAt(other.length - 1 - behind)
  )
    behind += 1;
  return { before, behind };
}

/**
 * The tokens of a text that is being edited. A key changes a token or two: only those are read again, so that it costs
 * in an expression of 100,000 characters what it costs in a short one.
 */
export class EditedTokens {
  /** How many tokens were read so far. */
  reads = 0;
  #text = "";
  #tokens: readonly Token[] = tokenize("");

  /** The tokens of a text, as `tokenize` gives them. */
  of(text: string): readonly Token[] {
    if (text !== this.#text) {
      this.#tokens = this.#tokensAfterEdit(text);
      this.#text = text;
    }
    return this.#tokens;
  }

  /** The tokens of what stands before a place, without their end. What is written there is cut. */
  before(text: string, place: number): readonly Token[] {
    const all = this.of(text);
    const tokens = all.slice(0, untouchedBefore(all, place));
    const cut = text.slice(0, place);
    for (let token = this.#read(cut, tokens); token.kind !== "end"; token = this.#read(cut, tokens))
      tokens.push(token);
    return tokens;
  }

  #read(text: string, known: readonly Token[]): Token {
    this.reads += 1;
    return tokenAt(text, known.at(-1)?.to ?? 0);
  }

  #tokensAfterEdit(text: string): readonly Token[] {
    const old = this.#tokens;
    const shift = text.length - this.#text.length;
    const { before, behind } = inCommon(this.#text, text);
    let at = untouchedBefore(old, before);
    const tokens = old.slice(0, at);
    for (;;) {
      const token = this.#read(text, tokens);
      while ((old[at]?.from ?? Number.POSITIVE_INFINITY) + shift < token.from) at += 1;
      const isAsBefore = token.from >= text.length - behind && (old[at]?.from ?? -1) + shift === token.from;
      if (isAsBefore) return tokens.concat(shifted(old.slice(at), shift));
      tokens.push(token);
      if (token.kind === "end") return tokens;
    }
  }
}

function shifted(tokens: readonly Token[], by: number): readonly Token[] {
  if (by === 0) return tokens;
  return tokens.map(({ kind, text, from, to }) => ({ kind, text, from: from + by, to: to + by }));
}

/** One expression is edited at a time: all that the editor asks about it reads its tokens here. */
export const editedTokens: EditedTokens = new EditedTokens();
