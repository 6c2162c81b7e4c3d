import { Decimal } from "./decimal.ts";

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Longest text that is read as a number: more digits are refused, not cut. */
const maximumDigits = 10_000;

/** A number while that is exact, else a bigint; never minus zero. */
function mantissaFrom(sign: string, digits: string): number | bigint {
  const number = Number(`${sign}${digits}`) + 0;
  return Number.isSafeInteger(number) ? number : BigInt(digits) * (sign === "-" ? -1n : 1n);
}

/**
 * Reads a decimal number exactly: digits with an optional sign, point and exponent. `undefined` when it is not one.
 *
 * @example decimalFromText("-12.50") // Decimal { mantissa: -1250, scale: 2 }
 */
export function decimalFromText(text: string): Decimal | undefined {
  if (text.length > maximumDigits) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = decimalPattern.exec(text) ?? [];
  if (sign === undefined || whole + fraction === "") return undefined;
  const shift = Number(exponent) - fraction.length;
  const digits = whole + fraction + "0".repeat(Math.max(shift, 0));
  return new Decimal(mantissaFrom(sign, digits), Math.max(-shift, 0));
}

/**
 * The digits of a decimal without an exponent and without trailing zeros behind the point.
 *
 * @example decimalToText(new Decimal(1250, 2)) // "12.5"
 */
export function decimalToText({ mantissa, scale }: Decimal): string {
  const isNegative = mantissa < 0;
  const digits = String(mantissa)
    .replace("-", "")
    .padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return isNegative ? `-${text}` : text;
}
