import { ArithmeticError } from "./arithmetic-error.ts";
import type { Integer } from "./value.ts";

/**
 * Exact arithmetic on 64-bit integers (reference logic.md 3.3). An {@link Integer} is a number while it is safe, else
 * a bigint, so the usual case is one machine operation and one comparison: a sum or product of safe integers that is
 * itself in the safe range is exact.
 */

/** The smallest Integer or Long. */
export const minimumInteger = -(2n ** 63n);
/** The largest Integer or Long. */
export const maximumInteger = 2n ** 63n - 1n;

const safe = Number.MAX_SAFE_INTEGER;

/** An Integer from any bigint. Throws `integer-overflow` outside the 64 bits. */
export function integerFromBigInt(value: bigint): Integer {
  if (value <= safe && value >= -safe) return Number(value);
  if (value < minimumInteger || value > maximumInteger) {
    throw new ArithmeticError(
      "integer-overflow",
      `The result ${shortened(value)} does not fit: an Integer goes from ${minimumInteger} to ${maximumInteger}.`,
    );
  }
  return value;
}

function shortened(value: bigint): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The exact sum. Throws `integer-overflow`. */
export function addIntegers(left: Integer, right: Integer): Integer {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (sum <= safe && sum >= -safe) return sum;
  }
  return integerFromBigInt(BigInt(left) + BigInt(right));
}

/** The exact difference. Throws `integer-overflow`. */
export function subtractIntegers(left: Integer, right: Integer): Integer {
  if (typeof left === "number" && typeof right === "number") {
    const difference = left - right;
    if (difference <= safe && difference >= -safe) return difference;
  }
  return integerFromBigInt(BigInt(left) - BigInt(right));
}

/** The exact product. Throws `integer-overflow`. */
export function multiplyIntegers(left: Integer, right: Integer): Integer {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (product <= safe && product >= -safe) return product + 0;
  }
  return integerFromBigInt(BigInt(left) * BigInt(right));
}

/** What a division leaves, with the sign of `left`: -7 mod 3 is -1. Throws `division-by-zero`. */
export function remainderOfIntegers(left: Integer, right: Integer): Integer {
  if (right === 0) throw divisionByZero();
  if (typeof left === "number" && typeof right === "number") return (left % right) + 0;
  return integerFromBigInt(BigInt(left) % BigInt(right));
}

/** The same number with the other sign. Throws `integer-overflow` for the smallest one. */
export function negateInteger(value: Integer): Integer {
  return typeof value === "number" ? 0 - value : integerFromBigInt(-value);
}

/** The number without its sign. Throws `integer-overflow` for the smallest one. */
export function absoluteInteger(value: Integer): Integer {
  return value < 0 ? negateInteger(value) : value;
}

const integerPattern = /^[+-]?\d{1,1000}$/;

/**
 * Reads a whole number within 64 bits: digits with an optional sign. `undefined` when the text is none.
 *
 * @example integerFromText("9007199254740993") // 9007199254740993n
 */
export function integerFromText(text: string): Integer | undefined {
  if (!integerPattern.test(text)) return undefined;
  const value = Number(text);
  if (value <= safe && value >= -safe) return value + 0;
  const exact = BigInt(text.startsWith("+") ? text.slice(1) : text);
  return exact < minimumInteger || exact > maximumInteger ? undefined : exact;
}

/** The error of every division by nothing. */
export function divisionByZero(): ArithmeticError {
  return new ArithmeticError("division-by-zero", "A number cannot be divided by zero.");
}
