import { ArithmeticError } from "./arithmetic-error.ts";
import { Decimal } from "./decimal.ts";
import { decimalLimits, decimalOf, powerOfTen } from "./decimal-arithmetic.ts";
import {
  canonicalDecimal,
  countDigits,
  divideDecimals,
  divisionDigits,
  type RoundingMode,
  roundToDigits,
  significant,
} from "./decimal-rounding.ts";

/** Digits that are computed beyond those that are kept. */
const guardDigits = 20;

function outOfRange(message: string): ArithmeticError {
  return new ArithmeticError("argument-out-of-range", message);
}

/** The largest whole number whose square is not above `value`. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The square root to 34 significant digits (more where the number has more); exact when it ends before. Throws
 * `argument-out-of-range` for a negative number.
 */
export function squareRoot(square: Decimal, mode: RoundingMode): Decimal {
  if (square.mantissa < 0) throw outOfRange("A negative number has no square root.");
  if (square.mantissa === 0) return new Decimal(0, 0);
  const value = significant(square);
  const digits = Math.max(divisionDigits, countDigits(value.mantissa));
  // Twice the wanted digits under the root; the scale must stay even.
  let shift = Math.max(2 * (digits + guardDigits) - countDigits(value.mantissa), 0);
  if ((value.scale + shift) % 2 !== 0) shift += 1;
  const radicand = BigInt(value.mantissa) * powerOfTen(shift);
  const root = wholeRoot(radicand);
  const scale = (value.scale + shift) / 2;
  if (root * root === radicand) return roundToDigits(canonicalDecimal(decimalOf(root, scale)), digits, mode);
  // A digit more than zero behind the last one: an inexact root is never taken for a half.
  return roundToDigits(decimalOf(root * 10n + 1n, scale + 1), digits, mode);
}

function mantissaPower(mantissa: number | bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  if (mantissa === -1) return exponent % 2n === 0n ? 1n : -1n;
  return mantissa === 0 || mantissa === 1 ? BigInt(mantissa) : BigInt(mantissa) ** exponent;
}

function wholePower(base: Decimal, exponent: bigint): Decimal {
  const { mantissa, scale } = canonicalDecimal(base);
  const growing = mantissa === 0 || mantissa === 1 || mantissa === -1 ? 0 : countDigits(mantissa);
  if (Math.max(growing - 1, scale) * Number(exponent) > decimalLimits.digits) {
    throw new ArithmeticError(
      "limit-size",
      "The power has too many digits: use a smaller exponent, or round the base.",
    );
  }
  return canonicalDecimal(decimalOf(mantissaPower(mantissa, exponent), scale * Number(exponent)));
}

/** Fixed point numbers of this many places, for the functions that have no exact result. */
const places = divisionDigits + guardDigits + 10;
const one = powerOfTen(places);

function fixedPoint({ mantissa, scale }: Decimal): bigint {
  const shift = places - scale;
  return shift >= 0 ? BigInt(mantissa) * powerOfTen(shift) : BigInt(mantissa) / powerOfTen(-shift);
}

/** 2 * artanh(x), which is the logarithm of (1 + x) / (1 - x), for a small x. */
function twiceArtanh(x: bigint): bigint {
  const square = (x * x) / one;
  let power = x;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / one;
  }
  return sum * 2n;
}

const logarithmOfTwo = twiceArtanh(one / 3n);

/** The natural logarithm of `mantissa * 10 ** -scale`, above 0. */
function logarithm({ mantissa, scale }: Decimal): bigint {
  const digits = countDigits(mantissa);
  // value = m * 10 ** (digits - scale), 0.1 <= m < 1; m is doubled into 0.5 ... 1.
  let m = fixedPoint(new Decimal(mantissa, digits));
  let halvings = 0n;
  while (m < one / 2n) {
    m *= 2n;
    halvings += 1n;
  }
  const logarithmOfTen = 3n * logarithmOfTwo + twiceArtanh(one / 9n);
  const ofMantissa = twiceArtanh(((m - one) * one) / (m + one)) - halvings * logarithmOfTwo;
  return ofMantissa + BigInt(digits - scale) * logarithmOfTen;
}

const decimalDigitsOfBit = Math.log10(2);

/** e to a power, by halving the exponent until the series is short and squaring the result as often. */
function exponential(exponent: bigint): Decimal {
  const doublings = exponent / logarithmOfTwo - (exponent < 0n ? 1n : 0n);
  const rest = exponent - doublings * logarithmOfTwo;
  let term = one;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = (term * rest) / (n * one);
  }
  if (doublings >= 0n) return decimalOf(sum << doublings, places);
  const shift = Math.ceil(Number(-doublings) * decimalDigitsOfBit);
  return decimalOf((sum * powerOfTen(shift)) >> -doublings, places + shift);
}

/** Largest exponent of e that is computed: about 4,000 digits. */
const largestExponential = 10_000n;

/**
 * `base ** exponent`: exact for whole exponents of 0 or more, else to 34 significant digits. Throws `limit-size`,
 * `division-by-zero` for zero to a negative power, and `argument-out-of-range` for a fractional power of a negative
 * number.
 *
 * @example powerOf(new Decimal(25, 1), new Decimal(3, 0), "HalfUp") // 15.625
 */
export function powerOf(base: Decimal, exponent: Decimal, mode: RoundingMode): Decimal {
  const { mantissa, scale } = canonicalDecimal(exponent);
  if (scale === 0) {
    if (mantissa >= 0) return wholePower(base, BigInt(mantissa));
    return divideDecimals(new Decimal(1, 0), wholePower(base, -BigInt(mantissa)), mode);
  }
  if (base.mantissa < 0) throw outOfRange("A negative number has only whole powers.");
  if (base.mantissa === 0) return divideDecimals(base, new Decimal(mantissa < 0 ? 0 : 1, 0), mode);
  const product = (logarithm(base) * fixedPoint(exponent)) / one;
  if (product > largestExponential * one || product < -largestExponential * one) {
    throw new ArithmeticError("limit-size", "The power is too large or too small: use a smaller exponent.");
  }
  return roundToDigits(exponential(product), divisionDigits, mode);
}
