import { datePattern, readingFault } from "@rivulet/expressions/formats";

/** Which part of a moment is shown and chosen. */
export type MomentPart = "date" | "time" | "dateTime";

function lettersOf(pattern: string): ReadonlySet<string> {
  const { parts } = datePattern(pattern);
  return new Set(parts.flatMap((part) => (part.kind === "field" ? [part.letter] : [])));
}

const timeLetters = ["H", "k", "K", "h", "m", "s", "S", "a"] as const;
const has = (letters: ReadonlySet<string>, some: readonly string[]) => some.some((each) => letters.has(each));

/**
 * Which part of a moment a pattern writes.
 *
 * @example partOfPattern("HH:mm") // "time"
 */
export function partOfPattern(pattern: string): MomentPart {
  const letters = lettersOf(pattern);
  if (!has(letters, timeLetters)) return "date";
  return [...letters].every((letter) => timeLetters.some((each) => each === letter)) ? "time" : "dateTime";
}

/** What is wrong with a pattern that writes moments, as a sentence with its way out. */
export function writingFault(pattern: string): string | undefined {
  if (pattern.trim() === "") return "The pattern is empty. Write one such as yyyy-MM-dd.";
  const { fault } = datePattern(pattern);
  if (fault !== undefined) return fault;
  if (lettersOf(pattern).size > 0) return undefined;
  return "The pattern writes nothing of the date. Write one such as yyyy-MM-dd, with text in single quotes.";
}

/** What a letter can only be read with. */
const needs: readonly {
  readonly some: readonly string[];
  readonly one: readonly string[];
  readonly of: string;
}[] = [
  { some: ["M", "L", "D"], one: ["y"], of: "a year (yyyy)" },
  { some: ["d"], one: ["M", "L"], of: "a month (MM)" },
  { some: ["h", "K"], one: ["a"], of: "before or after noon (a); write HH for the hours of the whole day" },
  { some: ["a"], one: ["h", "K"], of: "an hour (hh)" },
  { some: ["m"], one: ["H", "k", "h", "K"], of: "an hour (HH)" },
  { some: ["s"], one: ["m"], of: "minutes (mm)" },
  { some: ["S"], one: ["s"], of: "seconds (ss)" },
];

/** What is wrong with a pattern by which moments are typed as well: it has to say which moment is meant. */
export function typingFault(pattern: string): string | undefined {
  const fault = writingFault(pattern) ?? readingFault(pattern);
  if (fault !== undefined) return fault;
  const letters = lettersOf(pattern);
  if (letters.has("z"))
    return "The letter z writes the name of a time zone and cannot be read: leave it out.";
  const missing = needs.find(({ some, one }) => has(letters, some) && !has(letters, one));
  if (missing) return `What is typed by this pattern could mean many moments: add ${missing.of}.`;
  const isKnown = has(letters, ["y", ...timeLetters]);
  return isKnown ? undefined : "What is typed by this pattern could mean many moments: add a year (yyyy).";
}
