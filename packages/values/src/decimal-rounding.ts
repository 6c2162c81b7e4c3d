import { Decimal } from "./decimal.ts";
import { decimalOf, powerOfTen } from "./decimal-arithmetic.ts";
import { divisionByZero, integerFromBigInt } from "./integer.ts";
import type { Integer } from "./value.ts";

/** What happens to half of the last digit: away from zero, or to the even neighbour (reference logic.md 3.3). */
export type RoundingMode = "HalfUp" | "HalfEven";

/** Significant digits of a quotient, root or power that is not exact (decimal128). */
export const divisionDigits = 34;

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Digits of a mantissa without its sign. */
export function countDigits(mantissa: number | bigint): number {
  return String(mantissa < 0 ? -mantissa : mantissa).length;
}

/** The nearest whole number to `numerator / denominator`; the denominator is above 0. */
function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const twice = magnitude(numerator % denominator) * 2n;
  const isUp = twice > denominator || (twice === denominator && (mode === "HalfUp" || quotient % 2n !== 0n));
  if (!isUp) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}

/**
 * Rounds to a number of places behind the point, 0 or more.
 *
 * @example roundDecimal(new Decimal(88725, 3), 2, "HalfEven") // 88.72
 */
export function roundDecimal(value: Decimal, places: number, mode: RoundingMode): Decimal {
  if (value.scale <= places) return value;
  const divisor = powerOfTen(value.scale - places);
  return decimalOf(divideRounded(BigInt(value.mantissa), divisor, mode), places);
}

/** The nearest whole number. Throws `integer-overflow` outside 64 bits. */
export function roundToInteger(value: Decimal, mode: RoundingMode): Integer {
  return integerFromBigInt(BigInt(roundDecimal(value, 0, mode).mantissa));
}

/** The largest whole number that is not above `value`. Throws `integer-overflow`. */
export function floorDecimal({ mantissa, scale }: Decimal): Integer {
  const divisor = powerOfTen(scale);
  const whole = BigInt(mantissa) / divisor;
  const isBelow = mantissa < 0 && BigInt(mantissa) % divisor !== 0n;
  return integerFromBigInt(isBelow ? whole - 1n : whole);
}

/** The smallest whole number that is not below `value`. Throws `integer-overflow`. */
export function ceilDecimal({ mantissa, scale }: Decimal): Integer {
  const divisor = powerOfTen(scale);
  const whole = BigInt(mantissa) / divisor;
  const isAbove = mantissa > 0 && BigInt(mantissa) % divisor !== 0n;
  return integerFromBigInt(isAbove ? whole + 1n : whole);
}

/** A Decimal with the zeros behind its last place taken away, so that equal numbers have equal parts. */
export function canonicalDecimal(value: Decimal): Decimal {
  if (value.scale === 0) return value;
  const digits = String(value.mantissa);
  let zeros = 0;
  while (zeros < value.scale && digits.charCodeAt(digits.length - 1 - zeros) === 48) zeros += 1;
  if (zeros === 0) return value;
  if (value.mantissa === 0) return new Decimal(0, 0);
  return decimalOf(BigInt(value.mantissa) / powerOfTen(zeros), value.scale - zeros);
}

/** Zeros behind the last digit must not make a result longer: equal numbers give equal quotients and roots. */
export function significant(value: Decimal): Decimal {
  return typeof value.mantissa === "bigint" ? canonicalDecimal(value) : value;
}

/**
 * The quotient to 34 significant digits, or to as many as the longer of the two numbers has; exact when it ends
 * before. Throws `division-by-zero`.
 *
 * @example divideDecimals(new Decimal(3, 0), new Decimal(7, 0), "HalfUp") // 0.4285714285714285714285714285714286
 */
export function divideDecimals(dividend: Decimal, divisor: Decimal, mode: RoundingMode): Decimal {
  if (divisor.mantissa === 0) throw divisionByZero();
  if (dividend.mantissa === 0) return new Decimal(0, 0);
  const left = significant(dividend);
  const right = significant(divisor);
  const leftDigits = countDigits(left.mantissa);
  const rightDigits = countDigits(right.mantissa);
  const digits = Math.max(divisionDigits, leftDigits, rightDigits);
  const shift = digits + rightDigits - leftDigits;
  const sign = right.mantissa < 0 ? -1n : 1n;
  const numerator = BigInt(left.mantissa) * sign * powerOfTen(shift);
  const denominator = BigInt(right.mantissa) * sign;
  // The quotient has so many digits or one more; in that case it is cut once, from the exact value.
  const isLonger = magnitude(numerator) >= denominator * powerOfTen(digits);
  const rounded = divideRounded(numerator, isLonger ? denominator * 10n : denominator, mode);
  return canonicalDecimal(decimalOf(rounded, left.scale - right.scale + shift - (isLonger ? 1 : 0)));
}

/** A Decimal cut to significant digits by rounding; shorter ones stay as they are. */
export function roundToDigits(value: Decimal, digits: number, mode: RoundingMode): Decimal {
  const surplus = countDigits(value.mantissa) - digits;
  if (surplus <= 0) return value;
  const rounded = divideRounded(BigInt(value.mantissa), powerOfTen(surplus), mode);
  return canonicalDecimal(decimalOf(rounded, value.scale - surplus));
}
