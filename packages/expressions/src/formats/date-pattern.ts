import { BoundedCache } from "./bounded-cache.ts";
import { type DateLetter, isDateLetter } from "./date-letters.ts";

/** A piece of a date pattern: text that stands for itself, or a letter with how often it is written. */
export type DatePatternPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly letter: DateLetter; readonly count: number };

/** A pattern that was read, or what is wrong with it. */
export interface DatePattern {
  readonly parts: readonly DatePatternPart[];
  readonly fault: string | undefined;
}

/** Longest pattern, in characters. */
const longestPattern = 500;

const piece = /'(?:[^']|'')*'|'|([A-Za-z])\1*|[^A-Za-z']+/g;

function quotedText(text: string): string {
  return text === "''" ? "'" : text.slice(1, -1).replaceAll("''", "'");
}

function readPiece(text: string): DatePatternPart | string {
  if (text === "'") return "The pattern has a ' that is never closed.";
  if (text.startsWith("'")) return { kind: "text", text: quotedText(text) };
  const letter = text.charAt(0);
  if (!/[A-Za-z]/.test(letter)) return { kind: "text", text };
  if (isDateLetter(letter)) return { kind: "field", letter, count: text.length };
  return `The letter ${letter} means nothing in a date pattern: put text in single quotes.`;
}

function readPattern(pattern: string): DatePattern {
  if (pattern.length > longestPattern)
    return { parts: [], fault: `A date pattern has at most ${longestPattern} characters.` };
  const parts: DatePatternPart[] = [];
  for (const [text] of pattern.matchAll(piece)) {
    const part = readPiece(text);
    if (typeof part === "string") return { parts: [], fault: part };
    parts.push(part);
  }
  return { parts, fault: undefined };
}

const patterns = new BoundedCache(200, readPattern);

/** Reads a pattern of Java's SimpleDateFormat (reference logic.md 3.5). */
export function datePattern(pattern: string): DatePattern {
  return patterns.get(pattern);
}
