import { ArithmeticError } from "./arithmetic-error.ts";
import { Decimal } from "./decimal.ts";
import { divisionByZero } from "./integer.ts";
import type { Integer } from "./value.ts";

/**
 * Exact arithmetic on decimals: `+ - *` and the remainder have no limit of digits but the size cap. A sum or product
 * of safe integers that is itself in the safe range is exact, so the usual case needs no bigint; a bigint mantissa
 * goes to bigint arithmetic at once (measured: reference performance.md 4).
 */

/** The size of a Decimal in memory. A store that holds less says so at its own edge. */
export const decimalLimits = {
  /** Digits of the mantissa, and places behind the point. */
  digits: 10_000,
} as const;

const safe = Number.MAX_SAFE_INTEGER;

/** Above this scale, zeros at the end are taken away. */
const relaxedScale = 64;

const numberPowers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const bigPowers = Array.from({ length: 128 }, (_, exponent) => 10n ** BigInt(exponent));
const smallBigInts = Array.from({ length: 256 }, (_, value) => BigInt(value));
const largestMantissa = 10n ** BigInt(decimalLimits.digits) - 1n;
const smallestMantissa = -largestMantissa;
const bigSafe = BigInt(safe);
const bigUnsafe = -bigSafe;

/** A mantissa as a bigint; the small ones of usual factors and summands are at hand. */
function bigOf(mantissa: number | bigint): bigint {
  return typeof mantissa === "bigint" ? mantissa : (smallBigInts[mantissa] ?? BigInt(mantissa));
}

/** 10 to a power of 0 or more. */
export function powerOfTen(exponent: number): bigint {
  return bigPowers[exponent] ?? 10n ** BigInt(exponent);
}

function tooLarge(): ArithmeticError {
  const digits = decimalLimits.digits.toLocaleString("en");
  return new ArithmeticError("limit-size", `The result has more than ${digits} digits: round on the way.`);
}

/**
 * A Decimal from any mantissa and scale; a negative scale multiplies. Throws `limit-size`.
 *
 * @example decimalOf(125n, 1) // 12.5
 */
export function decimalOf(mantissa: bigint, scale: number): Decimal {
  if (scale < 0) {
    if (mantissa === 0n) return new Decimal(0, 0);
    if (scale < -decimalLimits.digits) throw tooLarge();
    return decimalOf(mantissa * powerOfTen(-scale), 0);
  }
  const isLarge = mantissa > bigSafe || mantissa < bigUnsafe;
  if (isLarge && (mantissa > largestMantissa || mantissa < smallestMantissa)) throw tooLarge();
  if (scale > relaxedScale) return shortened(mantissa, scale);
  return new Decimal(isLarge ? mantissa : Number(mantissa), scale);
}

/** Takes zeros at the end away, so that repeated multiplication by 1.0 does not grow for ever. */
function shortened(mantissa: bigint, scale: number): Decimal {
  const digits = String(mantissa);
  let zeros = 0;
  while (zeros < scale && digits.charCodeAt(digits.length - 1 - zeros) === 48) zeros += 1;
  if (mantissa === 0n) return new Decimal(0, 0);
  if (scale - zeros > decimalLimits.digits) throw tooLarge();
  const rest = mantissa / powerOfTen(zeros);
  const isSafe = rest <= bigSafe && rest >= bigUnsafe;
  return new Decimal(isSafe ? Number(rest) : rest, scale - zeros);
}

/** The Decimal of an Integer. */
export function decimalFromInteger(value: Integer): Decimal {
  return new Decimal(value, 0);
}

/** The exact product. Throws `limit-size`. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  const leftMantissa = left.mantissa;
  const rightMantissa = right.mantissa;
  const scale = left.scale + right.scale;
  if (typeof leftMantissa === "number" && typeof rightMantissa === "number") {
    const product = leftMantissa * rightMantissa;
    if (product <= safe && product >= -safe && scale <= relaxedScale) return new Decimal(product + 0, scale);
  }
  return decimalOf(bigOf(leftMantissa) * bigOf(rightMantissa), scale);
}

/** `mantissa * 10 ** shift` where both are small enough for that to be exact, else not a number. */
function shifted(mantissa: number, shift: number): number {
  const result = mantissa * (numberPowers[shift] ?? Number.NaN);
  return result <= safe && result >= -safe ? result : Number.NaN;
}

/** The exact sum. Throws `limit-size`. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const leftMantissa = left.mantissa;
  const rightMantissa = right.mantissa;
  const shift = left.scale - right.scale;
  if (typeof leftMantissa === "number" && typeof rightMantissa === "number") {
    const sum =
      shift >= 0
        ? leftMantissa + (shift === 0 ? rightMantissa : shifted(rightMantissa, shift))
        : shifted(leftMantissa, -shift) + rightMantissa;
    if (sum <= safe && sum >= -safe) return new Decimal(sum + 0, shift > 0 ? left.scale : right.scale);
  }
  return shift >= 0
    ? decimalOf(bigOf(leftMantissa) + raised(rightMantissa, shift), left.scale)
    : decimalOf(raised(leftMantissa, -shift) + bigOf(rightMantissa), right.scale);
}

/** The same number with the other sign. */
export function negateDecimal({ mantissa, scale }: Decimal): Decimal {
  return new Decimal(typeof mantissa === "number" ? 0 - mantissa : -mantissa, scale);
}

/** The number without its sign. */
export function absoluteDecimal(value: Decimal): Decimal {
  return value.mantissa < 0 ? negateDecimal(value) : value;
}

/** The exact difference. Throws `limit-size`. */
export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, negateDecimal(right));
}

/** Below 0, 0 or above 0, as `left` is smaller than, equal to or larger than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const shift = left.scale - right.scale;
  if (shift === 0) return compareMantissas(left.mantissa, right.mantissa);
  const leftSign = Math.sign(Number(left.mantissa));
  const rightSign = Math.sign(Number(right.mantissa));
  if (leftSign !== rightSign) return leftSign - rightSign;
  return shift > 0
    ? compareMantissas(left.mantissa, comparable(right.mantissa, shift))
    : compareMantissas(comparable(left.mantissa, -shift), right.mantissa);
}

/** `mantissa * 10 ** shift`, as a number where that is exact: numbers and bigints compare exactly. */
function comparable(mantissa: number | bigint, shift: number): number | bigint {
  const result = typeof mantissa === "number" ? shifted(mantissa, shift) : Number.NaN;
  return Number.isNaN(result) ? raised(mantissa, shift) : result;
}

function compareMantissas(left: number | bigint, right: number | bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `mantissa * 10 ** shift`. */
function raised(mantissa: number | bigint, shift: number): bigint {
  if (shift === 0) return bigOf(mantissa);
  return mantissa === 1 ? powerOfTen(shift) : bigOf(mantissa) * powerOfTen(shift);
}

/** What a division leaves, with the sign of `left`. Throws `division-by-zero` and `limit-size`. */
export function remainderOfDecimals(left: Decimal, right: Decimal): Decimal {
  if (right.mantissa === 0) throw divisionByZero();
  const scale = Math.max(left.scale, right.scale);
  const leftMantissa = BigInt(left.mantissa) * powerOfTen(scale - left.scale);
  const rightMantissa = BigInt(right.mantissa) * powerOfTen(scale - right.scale);
  return decimalOf(leftMantissa % rightMantissa, scale);
}
