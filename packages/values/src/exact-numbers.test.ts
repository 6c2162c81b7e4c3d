import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArithmeticError } from "./arithmetic-error.ts";
import type { Decimal } from "./decimal.ts";
import {
  addDecimals,
  compareDecimals,
  decimalLimits,
  decimalOf,
  multiplyDecimals,
  powerOfTen,
  remainderOfDecimals,
  subtractDecimals,
} from "./decimal-arithmetic.ts";
import { powerOf, squareRoot } from "./decimal-powers.ts";
import {
  ceilDecimal,
  divideDecimals,
  floorDecimal,
  roundDecimal,
  roundToInteger,
} from "./decimal-rounding.ts";
import { decimalFromText, decimalToText } from "./decimal-text.ts";
import {
  absoluteInteger,
  addIntegers,
  integerFromText,
  maximumInteger,
  minimumInteger,
  multiplyIntegers,
  negateInteger,
  remainderOfIntegers,
  subtractIntegers,
} from "./integer.ts";
import type { Integer } from "./value.ts";

function decimal(text: string): Decimal {
  const value = decimalFromText(text);
  if (!value) throw new Error(`${text} is no number.`);
  return value;
}

/** Integers near the places where representations change. */
const integers = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -20, max: 20 }),
  fc.bigInt({ min: minimumInteger, max: maximumInteger }).map(canonical),
  fc.constantFrom(
    ...[2n ** 53n, -(2n ** 53n), 2n ** 53n - 1n, minimumInteger, maximumInteger].map(canonical),
  ),
);
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 45 }), fc.boolean())
  .map(([mantissa, scale, isShort]) => decimalOf(isShort ? mantissa % 100_000n : mantissa, scale));

function canonical(value: bigint): Integer {
  return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** What the operation gives, or the code of its failure. */
function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof ArithmeticError) return error.code;
    throw error;
  }
}

function expected(exact: bigint): unknown {
  return exact < minimumInteger || exact > maximumInteger ? "integer-overflow" : canonical(exact);
}

describe("integers are exact within 64 bits, and an overflow is an error", () => {
  test.each([
    ["sum", addIntegers, (a: bigint, b: bigint) => a + b],
    ["difference", subtractIntegers, (a: bigint, b: bigint) => a - b],
    ["product", multiplyIntegers, (a: bigint, b: bigint) => a * b],
  ])("%s", (_name, operate, exact) => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        expect(outcome(() => operate(a, b))).toBe(expected(exact(BigInt(a), BigInt(b))));
      }),
    );
  });

  test("remainder", () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const result = b === 0 ? "division-by-zero" : expected(BigInt(a) % BigInt(b));
        expect(outcome(() => remainderOfIntegers(a, b))).toBe(result);
      }),
    );
  });

  test("sign", () => {
    expect(negateInteger(0)).toBe(0);
    expect(negateInteger(maximumInteger)).toBe(-maximumInteger);
    expect(outcome(() => negateInteger(minimumInteger))).toBe("integer-overflow");
    expect(outcome(() => absoluteInteger(minimumInteger))).toBe("integer-overflow");
    expect(multiplyIntegers(0, -1)).toBe(0);
  });

  test.each([
    ["42", 42],
    ["-0", 0],
    ["+7", 7],
    ["007", 7],
    ["9007199254740993", 9007199254740993n],
    ["9223372036854775807", maximumInteger],
    ["9223372036854775808", undefined],
    ["-9223372036854775808", minimumInteger],
    ["", undefined],
    ["1.0", undefined],
    [" 1", undefined],
    ["1e3", undefined],
    ["9".repeat(2000), undefined],
  ])("the text %s", (text, value) => {
    expect(integerFromText(text)).toBe(value);
  });
});

/** The number as a fraction of bigints, to judge by. */
const places = 100;
function scaled({ mantissa, scale }: Decimal): bigint {
  return BigInt(mantissa) * powerOfTen(places - scale);
}

describe("decimals are exact", () => {
  test("remainder", () => {
    const divisors = decimals.filter(({ mantissa }) => mantissa !== 0);
    fc.assert(
      fc.property(decimals, divisors, (a, b) => {
        expect(scaled(remainderOfDecimals(a, b))).toBe(scaled(a) % scaled(b));
      }),
    );
  });

  test("sum, difference, product and order", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(scaled(addDecimals(a, b))).toBe(scaled(a) + scaled(b));
        expect(scaled(subtractDecimals(a, b))).toBe(scaled(a) - scaled(b));
        expect(scaled(multiplyDecimals(a, b)) * powerOfTen(places)).toBe(scaled(a) * scaled(b));
        const sign = scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0;
        expect(Math.sign(compareDecimals(a, b))).toBe(sign);
      }),
    );
  });

  test("a mantissa is a number exactly where it is safe", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        for (const { mantissa } of [addDecimals(a, b), multiplyDecimals(a, b), subtractDecimals(a, b)]) {
          expect(typeof mantissa === "number").toBe(Number.isSafeInteger(Number(mantissa)));
          expect(Object.is(mantissa, -0)).toBe(false);
        }
      }),
    );
  });

  test("sums whose parts leave the safe range on the way", () => {
    const sum = addDecimals(decimal("900719925474099.1"), decimal("-0.01"));
    expect(decimalToText(sum)).toBe("900719925474099.09");
    expect(decimalToText(addDecimals(decimal("-1"), decimal("99999999999999.99")))).toBe("99999999999998.99");
  });

  test("multiplying by 1.0 again and again does not grow", () => {
    let product = decimal("1.5");
    for (let round = 0; round < 20_000; round += 1) product = multiplyDecimals(product, decimal("1.0"));
    expect(decimalToText(product)).toBe("1.5");
  });

  test("the size has a cap that says so", () => {
    const largest = decimal("9".repeat(decimalLimits.digits));
    expect(outcome(() => addDecimals(largest, decimal("1")))).toBe("limit-size");
    expect(outcome(() => multiplyDecimals(largest, largest))).toBe("limit-size");
  });
});

describe("rounding", () => {
  test.each([
    ["88.725", 2, "HalfUp", "88.73"],
    ["88.725", 2, "HalfEven", "88.72"],
    ["-88.725", 2, "HalfUp", "-88.73"],
    ["-88.725", 2, "HalfEven", "-88.72"],
    ["2.5", 0, "HalfEven", "2"],
    ["3.5", 0, "HalfEven", "4"],
    ["-0.5", 0, "HalfUp", "-1"],
    ["-0.5", 0, "HalfEven", "0"],
    ["0.4999999999999999999999999999999999999999", 0, "HalfUp", "0"],
    ["1.2", 5, "HalfUp", "1.2"],
  ] as const)("%s to %s places, %s, is %s", (text, count, mode, result) => {
    expect(decimalToText(roundDecimal(decimal(text), count, mode))).toBe(result);
  });

  test("down, up and to the nearest whole number", () => {
    expect([
      floorDecimal(decimal("-1.2")),
      ceilDecimal(decimal("-1.9")),
      ceilDecimal(decimal("3.2")),
    ]).toEqual([-2, -1, 4]);
    expect([
      floorDecimal(decimal("2")),
      ceilDecimal(decimal("2")),
      roundToInteger(decimal("2.5"), "HalfUp"),
    ]).toEqual([2, 2, 3]);
    expect(outcome(() => floorDecimal(decimal("1e30")))).toBe("integer-overflow");
  });
});

describe("division has 34 significant digits, or as many as the longer operand", () => {
  test.each([
    ["3", "7", "0.4285714285714285714285714285714286"],
    ["12", "3", "4"],
    ["1", "8", "0.125"],
    ["-1", "6", "-0.1666666666666666666666666666666667"],
    ["2", "-3", "-0.6666666666666666666666666666666667"],
    ["1e30", "0.001", "1000000000000000000000000000000000"],
    ["12345678901234567890123456789012345678", "1", "12345678901234567890123456789012345678"],
    ["0", "7", "0"],
  ])("%s : %s", (left, right, result) => {
    expect(decimalToText(divideDecimals(decimal(left), decimal(right), "HalfUp"))).toBe(result);
  });

  test("by zero", () => {
    expect(outcome(() => divideDecimals(decimal("1"), decimal("0.00"), "HalfUp"))).toBe("division-by-zero");
  });
});

describe("roots and powers", () => {
  test.each([
    ["2", "1.414213562373095048801688724209698"],
    ["144", "12"],
    ["0.25", "0.5"],
    ["0", "0"],
    ["1e-40", "0.00000000000000000001"],
  ])("the root of %s", (text, result) => {
    expect(decimalToText(squareRoot(decimal(text), "HalfUp"))).toBe(result);
  });

  test.each([
    ["2", "3", "8"],
    ["2.5", "3", "15.625"],
    ["-2", "3", "-8"],
    ["-1", "1000001", "-1"],
    ["0", "0", "1"],
    ["2", "-3", "0.125"],
    ["0.1", "5", "0.00001"],
    ["4", "0.5", "2"],
    ["2", "0.5", "1.414213562373095048801688724209698"],
    ["10", "-2.5", "0.003162277660168379331998893544432719"],
    ["123.456", "7.89", "31771028258180977.30906865968220513"],
    ["0.001", "0.1", "0.5011872336272722850015541868849458"],
  ])("%s to the power of %s", (base, exponent, result) => {
    expect(decimalToText(powerOf(decimal(base), decimal(exponent), "HalfUp"))).toBe(result);
  });

  test.each([
    ["-2", "0.5", "argument-out-of-range"],
    ["0", "-1", "division-by-zero"],
    ["0", "-0.5", "division-by-zero"],
    ["10", "10001", "limit-size"],
    ["10", "1e30", "limit-size"],
    ["2.5", "99999.5", "limit-size"],
  ])("%s to the power of %s fails", (base, exponent, code) => {
    expect(outcome(() => powerOf(decimal(base), decimal(exponent), "HalfUp"))).toBe(code);
  });
});
