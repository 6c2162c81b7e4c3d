import { BoundedCache } from "./bounded-cache.ts";

/** A piece of what stands before or behind a number: text, or a sign that the locale writes in its own way. */
export type AffixPart = { readonly text: string } | { readonly sign: "minus" | "percent" | "perMille" };

/** What stands before and behind a number. */
export interface Affixes {
  readonly prefix: readonly AffixPart[];
  readonly suffix: readonly AffixPart[];
}

/** A decimal pattern that was read. */
export interface DecimalPattern {
  readonly positive: Affixes;
  /** Without one, a negative number has a minus before its prefix. */
  readonly negative: Affixes | undefined;
  /** Powers of ten that the number is multiplied by: 2 for percent, 3 for per mille. */
  readonly shift: number;
  readonly minimumInteger: number;
  /** Digits before the point of a number with an exponent. */
  readonly maximumInteger: number;
  readonly minimumFraction: number;
  readonly maximumFraction: number;
  /** Digits of a group; 0 without groups. */
  readonly grouping: number;
  /** Digits of the exponent; 0 without one. */
  readonly exponentDigits: number;
  /** Whether the point is written also without a fraction. */
  readonly hasPointAlways: boolean;
}

const longestPattern = 300;

const subpattern = /^((?:'(?:[^']|'')*'|[^'#0,.;])*)((?:[#0,.]|E0+)*)((?:'(?:[^']|'')*'|[^'#0,.;])*)$/;

/** Separates the positive from the negative part at the first `;` that is not in quotes. */
function split(pattern: string): string[] {
  return [...pattern.matchAll(/((?:'[^']*'|[^';])*)(?:;|$)/g)].map(([, part = ""]) => part).slice(0, -1);
}

const signs: Readonly<Record<string, "minus" | "percent" | "perMille">> = {
  "-": "minus",
  "%": "percent",
  "\u2030": "perMille",
};

function readAffix(text: string): AffixPart[] {
  return [...text.matchAll(/'((?:[^']|'')*)'|[-%\u2030]|[^'%\u2030-]+/g)].map(
    ([piece, quoted]): AffixPart => {
      if (quoted !== undefined) return { text: quoted === "" ? "'" : quoted.replaceAll("''", "'") };
      const sign = Object.hasOwn(signs, piece) ? signs[piece] : undefined;
      return sign ? { sign } : { text: piece };
    },
  );
}

interface NumberPart {
  readonly text: string;
  readonly affixes: Affixes;
}

function readSubpattern(text: string): NumberPart | undefined {
  const [, prefix, number, suffix] = subpattern.exec(text) ?? [];
  if (prefix === undefined || number === undefined || suffix === undefined) return undefined;
  return { text: number, affixes: { prefix: readAffix(prefix), suffix: readAffix(suffix) } };
}

const numberPart = /^([#,]*)([0,]*)(?:(\.)(0*)(#*))?(?:E(0+))?$/;

/** Java reads `#.##` as if the last `#` before the point were a 0. */
function withOneDigit(text: string): string {
  if (text.includes("0") || !text.includes(".") || !text.includes("#")) return text;
  return text.startsWith(".") ? text.replace(".#", ".0") : text.replace("#.", "0.");
}

function readNumber(
  { text, affixes }: NumberPart,
  negative: Affixes | undefined,
): DecimalPattern | undefined {
  const [, optional, required, point, zeros = "", hashes = "", exponent = ""] =
    numberPart.exec(withOneDigit(text)) ?? [];
  if (optional === undefined || required === undefined) return undefined;
  const whole = optional + required;
  const lastComma = whole.lastIndexOf(",");
  const grouping = lastComma < 0 ? 0 : whole.length - 1 - lastComma;
  if (whole.endsWith(",") || text === "" || text === ".") return undefined;
  const signsOf = new Set([...affixes.prefix, ...affixes.suffix].map((part) => "sign" in part && part.sign));
  return {
    positive: affixes,
    negative,
    shift: signsOf.has("percent") ? 2 : signsOf.has("perMille") ? 3 : 0,
    minimumInteger: required.replaceAll(",", "").length,
    maximumInteger: whole.replaceAll(",", "").length,
    minimumFraction: zeros.length,
    maximumFraction: zeros.length + hashes.length,
    grouping,
    exponentDigits: exponent.length,
    hasPointAlways: point !== undefined && zeros.length + hashes.length === 0,
  };
}

function readPattern(pattern: string): DecimalPattern | undefined {
  // Which currency a locale means is no locale data of the platform: it has to be written.
  if (pattern.length > longestPattern || pattern.includes("¤")) return undefined;
  const [positiveText = "", negativeText, ...others] = split(pattern);
  const positive = readSubpattern(positiveText);
  if (!positive || others.length > 0) return undefined;
  const negative = negativeText === undefined ? undefined : readSubpattern(negativeText);
  if (negativeText !== undefined && !negative) return undefined;
  return readNumber(positive, negative?.affixes);
}

const patterns = new BoundedCache(200, (pattern) => ({ read: readPattern(pattern) }));

/** Reads a pattern of Java's DecimalFormat; `undefined` when it is none. */
export function decimalPattern(pattern: string): DecimalPattern | undefined {
  return patterns.get(pattern).read;
}
