import type { Decimal } from "@rivulet/values";

/** Exact numbers for the reference evaluator: always a bigint over a power of ten, with the plainest algorithms. */
export interface PlainNumber {
  readonly mantissa: bigint;
  readonly scale: number;
}

/** A failure of the reference evaluator, with the code that the product should give. */
export class ReferenceFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export function fromInteger(value: number | bigint): PlainNumber {
  return { mantissa: BigInt(value), scale: 0 };
}

export function fromDecimal({ mantissa, scale }: Decimal): PlainNumber {
  return { mantissa: BigInt(mantissa), scale };
}

export function fromText(text: string): PlainNumber {
  const [whole = "", fraction = ""] = text.split(".");
  return { mantissa: BigInt(`${whole}${fraction}` || "0"), scale: fraction.length };
}

function withScale({ mantissa, scale }: PlainNumber, wanted: number): bigint {
  return mantissa * 10n ** BigInt(wanted - scale);
}

export function add(left: PlainNumber, right: PlainNumber): PlainNumber {
  const scale = Math.max(left.scale, right.scale);
  return { mantissa: withScale(left, scale) + withScale(right, scale), scale };
}

export function negate({ mantissa, scale }: PlainNumber): PlainNumber {
  return { mantissa: -mantissa, scale };
}

export function multiply(left: PlainNumber, right: PlainNumber): PlainNumber {
  return { mantissa: left.mantissa * right.mantissa, scale: left.scale + right.scale };
}

export function compare(left: PlainNumber, right: PlainNumber): number {
  return Number(BigInt.asIntN(2, sign(add(left, negate(right)).mantissa)));
}

function sign(value: bigint): bigint {
  return value < 0n ? -1n : value > 0n ? 1n : 0n;
}

export function remainder(left: PlainNumber, right: PlainNumber): PlainNumber {
  if (right.mantissa === 0n) throw new ReferenceFailure("division-by-zero");
  const scale = Math.max(left.scale, right.scale);
  return { mantissa: withScale(left, scale) % withScale(right, scale), scale };
}

function digits(value: PlainNumber): number {
  let { mantissa, scale } = value;
  for (; scale > 0 && mantissa % 10n === 0n; scale -= 1) mantissa /= 10n;
  return mantissa.toString().replace("-", "").length;
}

/** Half away from zero at a digit of the text of a number that has more digits than needed. */
export function roundTo(value: PlainNumber, places: number, mode: "nearest" | "down" | "up"): PlainNumber {
  if (value.scale <= places) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const below = value.mantissa - (((value.mantissa % unit) + unit) % unit);
  const rest = value.mantissa - below;
  const isUp =
    mode === "nearest"
      ? value.mantissa < 0n
        ? rest * 2n > unit
        : rest * 2n >= unit
      : mode === "up" && rest > 0n;
  const mantissa = (isUp ? below + unit : below) / unit;
  return places >= 0
    ? { mantissa, scale: places }
    : { mantissa: mantissa * 10n ** BigInt(-places), scale: 0 };
}

/** Two hundred places first, then rounded to 34 digits or those of the longer operand. */
export function divide(left: PlainNumber, right: PlainNumber): PlainNumber {
  if (right.mantissa === 0n) throw new ReferenceFailure("division-by-zero");
  if (left.mantissa === 0n) return { mantissa: 0n, scale: 0 };
  const places = 200;
  const numerator = left.mantissa * 10n ** BigInt(places + right.scale);
  const denominator = right.mantissa * 10n ** BigInt(left.scale);
  // A remainder makes the last digit odd, so that no inexact quotient looks like a half.
  const quotient =
    (numerator / denominator) * 10n +
    (numerator % denominator === 0n ? 0n : sign(numerator) * sign(denominator));
  const exact = { mantissa: quotient, scale: places + 1 };
  const length = quotient.toString().replace("-", "").length;
  const wanted = Math.max(34, digits(left), digits(right));
  return roundTo(exact, exact.scale - (length - wanted), "nearest");
}

/** Digits without zeros at the end. */
export function textOf({ mantissa, scale }: PlainNumber): string {
  const padded = mantissa
    .toString()
    .replace("-", "")
    .padStart(scale + 1, "0");
  const [whole, fraction] = [padded.slice(0, padded.length - scale), padded.slice(padded.length - scale)];
  const text = fraction === "" ? whole : `${whole}.${fraction}`.replace(/\.?0+$/, "");
  return mantissa < 0n ? `-${text}` : text;
}
