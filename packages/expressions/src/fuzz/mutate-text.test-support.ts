import type { Random } from "./random.test-support.ts";

/** What people have half typed when they stop, and what they paste. */
const fragments = [
  " ",
  "(",
  ")",
  ",",
  "'",
  "''",
  '"',
  "$",
  "$v",
  "$v/",
  "/",
  "/Name",
  "M.",
  "M.E",
  "M.E.V",
  "@",
  "@M.",
  "@M.C",
  "[%",
  "[%X%]",
  "+",
  "-",
  "*",
  ":",
  "=",
  "!=",
  "<",
  "<=",
  "!",
  ".",
  ".8",
  "60.",
  "1",
  "and",
  " and ",
  "or",
  "not",
  "not(",
  "if",
  " if ",
  "then",
  " then ",
  "else",
  " else ",
  "div",
  "mod",
  "empty",
  "true",
  "f(",
  "f(1,",
  "\n",
  "\t",
  "\u00a0",
  "é",
  "😀",
  "\u0000",
  "[",
  "]",
  "%]",
  "#",
] as const;

function editAt(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + 1 + random.below(3));
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + random.pick(fragments) + text.slice(end);
    case 2:
      return text.slice(0, at) + text.slice(at, end + 5) + text.slice(at);
    default:
      return text.slice(0, at) + random.pick(fragments) + text.slice(at);
  }
}

/** The text after one to three random edits. */
export function mutateText(random: Random, text: string): string {
  let mutated = text;
  for (let edits = 1 + random.below(3); edits > 0; edits -= 1) mutated = editAt(random, mutated);
  return mutated;
}

/** Any characters, with a liking for those that mean something. */
export function randomText(random: Random): string {
  const length = random.below(40);
  let text = "";
  while (text.length < length) {
    text += random.oneIn(3)
      ? String.fromCharCode(random.below(random.oneIn(2) ? 128 : 65_536))
      : random.pick(fragments);
  }
  return text;
}
