import {
  absoluteDecimal,
  Decimal,
  decimalToText,
  divideDecimals,
  roundDecimal,
  roundToDigits,
} from "@rivulet/values";
import { type AffixPart, type DecimalPattern, decimalPattern } from "./decimal-pattern.ts";
import { type DecimalSymbols, decimalSymbols } from "./decimal-symbols.ts";
import { withLocaleDigits } from "./locale-digits.ts";
import { localeTag } from "./locale-tag.ts";

/** Digits before and behind the point, without a sign. */
interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

function affixText(parts: readonly AffixPart[], symbols: DecimalSymbols): string {
  return parts.map((part) => ("text" in part ? part.text : symbols[part.sign])).join("");
}

function grouped(whole: string, { grouping }: DecimalPattern, { group }: DecimalSymbols): string {
  if (grouping === 0) return whole;
  const groups: string[] = [];
  for (let to = whole.length; to > 0; to -= grouping)
    groups.unshift(whole.slice(Math.max(to - grouping, 0), to));
  return groups.join(group);
}

function digitsOf(value: Decimal): Digits {
  const [whole = "", fraction = ""] = decimalToText(absoluteDecimal(value)).split(".");
  return { whole: whole === "0" ? "" : whole, fraction };
}

/** Digits padded as the pattern says; a number without any digit is written as 0. */
function padded({ whole, fraction }: Digits, minimumInteger: number, minimumFraction: number): Digits {
  const paddedWhole = whole.padStart(minimumInteger, "0");
  const paddedFraction = fraction.padEnd(minimumFraction, "0");
  return { whole: paddedWhole === "" && paddedFraction === "" ? "0" : paddedWhole, fraction: paddedFraction };
}

function body({ whole, fraction }: Digits, pattern: DecimalPattern, symbols: DecimalSymbols): string {
  const hasPoint = fraction !== "" || pattern.hasPointAlways;
  return `${grouped(whole, pattern, symbols)}${hasPoint ? symbols.point : ""}${fraction}`;
}

/** The power of ten of the first digit: 2 for 123.4, -2 for 0.012. */
function magnitudeOf(value: Decimal): number {
  const { whole, fraction } = digitsOf(value);
  return whole === "" ? -fraction.search(/[1-9]/) - 1 : whole.length - 1;
}

function timesPowerOfTen({ mantissa, scale }: Decimal, power: number): Decimal {
  const shifted = scale - power;
  if (shifted >= 0) return new Decimal(mantissa, shifted);
  return divideDecimals(new Decimal(mantissa, 0), new Decimal(1, -shifted), "HalfEven");
}

/** Digits and exponent; with more `#` than `0` before the point, the exponent is a multiple of their number. */
function scientific(
  value: Decimal,
  pattern: DecimalPattern,
): { readonly digits: Digits; readonly exponent: number } {
  const { minimumInteger, maximumInteger, minimumFraction, maximumFraction } = pattern;
  const isEngineering = maximumInteger > minimumInteger && maximumInteger > 1;
  const significant = isEngineering
    ? minimumInteger + maximumFraction
    : Math.max(minimumInteger, 1) + maximumFraction;
  if (value.mantissa === 0)
    return {
      digits: padded({ whole: "", fraction: "" }, Math.max(minimumInteger, 1), minimumFraction),
      exponent: 0,
    };
  const rounded = roundToDigits(value, Math.max(significant, 1), "HalfEven");
  const magnitude = magnitudeOf(rounded);
  const exponent = isEngineering
    ? Math.floor(magnitude / maximumInteger) * maximumInteger
    : magnitude + 1 - (minimumInteger === 0 && maximumFraction > 0 ? 0 : Math.max(minimumInteger, 1));
  const digits = digitsOf(timesPowerOfTen(rounded, -exponent));
  return { digits: padded(digits, minimumInteger, minimumFraction), exponent };
}

function scientificBody(value: Decimal, pattern: DecimalPattern, symbols: DecimalSymbols): string {
  const { digits, exponent } = scientific(value, pattern);
  const sign = exponent < 0 ? symbols.minus : "";
  const exponentText = String(Math.abs(exponent)).padStart(pattern.exponentDigits, "0");
  return `${body(digits, pattern, symbols)}${symbols.exponent}${sign}${exponentText}`;
}

function plainBody(value: Decimal, pattern: DecimalPattern, symbols: DecimalSymbols): string {
  const rounded = roundDecimal(value, pattern.maximumFraction, "HalfEven");
  return body(padded(digitsOf(rounded), pattern.minimumInteger, pattern.minimumFraction), pattern, symbols);
}

/**
 * Writes a number as a pattern of Java's DecimalFormat says, rounding half-even as that does; `undefined` when the
 * pattern is none. Throws `argument-out-of-range` for a locale that does not exist.
 *
 * @example formatDecimal(value, "#,##0.00", "nl_NL") // "1.234,50"
 */
export function formatDecimal(value: Decimal, pattern: string, locale: string): string | undefined {
  const read = decimalPattern(pattern);
  if (!read) return undefined;
  const symbols = decimalSymbols(localeTag(locale));
  const shifted = timesPowerOfTen(value, read.shift);
  const text =
    read.exponentDigits > 0 ? scientificBody(shifted, read, symbols) : plainBody(shifted, read, symbols);
  const isNegative = value.mantissa < 0;
  const { prefix, suffix } = isNegative && read.negative ? read.negative : read.positive;
  const minus = isNegative && !read.negative ? symbols.minus : "";
  return `${minus}${affixText(prefix, symbols)}${withLocaleDigits(text, symbols.tag)}${affixText(suffix, symbols)}`;
}
