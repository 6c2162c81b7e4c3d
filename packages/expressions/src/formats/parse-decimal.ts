import { Decimal, decimalFromText, negateDecimal } from "@rivulet/values";
import { type AffixPart, type DecimalPattern, decimalPattern } from "./decimal-pattern.ts";
import { type DecimalSymbols, decimalSymbols } from "./decimal-symbols.ts";
import { withAsciiDigits } from "./locale-digits.ts";
import { localeTag } from "./locale-tag.ts";

function affixText(parts: readonly AffixPart[], symbols: DecimalSymbols): string {
  return parts.map((part) => ("text" in part ? part.text : symbols[part.sign])).join("");
}

/** What stands between prefix and suffix, when both are there. */
function between(text: string, prefix: string, suffix: string): string | undefined {
  const isFramed =
    text.length >= prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
  return isFramed ? text.slice(prefix.length, text.length - suffix.length) : undefined;
}

/** Where a locale groups digits by a blank, any kind of blank is one. */
function withoutGroups(text: string, { grouping }: DecimalPattern, { group }: DecimalSymbols): string {
  if (grouping === 0) return text;
  return group.trim() === "" ? text.replace(/(?<=\d)[\u00a0\u202f ](?=\d)/g, "") : text.replaceAll(group, "");
}

function readBody(text: string, pattern: DecimalPattern, symbols: DecimalSymbols): Decimal | undefined {
  const plain = withoutGroups(text, pattern, symbols);
  const exponent =
    pattern.exponentDigits > 0 ? plain.replace(symbols.exponent, "e").replace(symbols.minus, "-") : plain;
  const ascii = exponent.replace(symbols.point, "\u0000").replaceAll(".", "x").replace("\u0000", ".");
  const isNumber = pattern.exponentDigits > 0 ? /^[\d.]+(?:e-?\d+)?$/ : /^[\d.]+$/;
  return isNumber.test(ascii) ? decimalFromText(ascii) : undefined;
}

/**
 * Reads a number as a pattern of Java's DecimalFormat says. Groups may stand anywhere between digits; the whole text
 * must be the number. `undefined` when it is none, or the pattern is not one.
 *
 * @example parseDecimalWith("3,241.98", "#,###.##", "en_US") // 3241.98
 */
export function parseDecimalWith(text: string, pattern: string, locale: string): Decimal | undefined {
  const read = decimalPattern(pattern);
  if (!read) return undefined;
  const symbols = decimalSymbols(localeTag(locale));
  const ascii = withAsciiDigits(text, symbols.tag);
  const { prefix, suffix } = read.positive;
  const before = affixText(prefix, symbols);
  const behind = affixText(suffix, symbols);
  const negativeBefore = read.negative ? affixText(read.negative.prefix, symbols) : symbols.minus + before;
  const negativeBehind = read.negative ? affixText(read.negative.suffix, symbols) : behind;
  const negativeText = between(ascii, negativeBefore, negativeBehind);
  const negative = negativeText === undefined ? undefined : readBody(negativeText, read, symbols);
  const positiveText = between(ascii, before, behind);
  const number = negative ?? (positiveText === undefined ? undefined : readBody(positiveText, read, symbols));
  if (!number) return undefined;
  const shifted = new Decimal(number.mantissa, number.scale + read.shift);
  return negative ? negateDecimal(shifted) : shifted;
}
