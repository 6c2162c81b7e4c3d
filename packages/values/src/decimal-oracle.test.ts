import { Decimal as Oracle } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decimal } from "./decimal.ts";
import {
  addDecimals,
  decimalOf,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from "./decimal-arithmetic.ts";
import { powerOf, squareRoot } from "./decimal-powers.ts";
import { divideDecimals, type RoundingMode, roundDecimal } from "./decimal-rounding.ts";
import { decimalToText } from "./decimal-text.ts";

/* decimal.js is the judge here and nowhere else. */

const roundings: Readonly<Record<RoundingMode, Oracle.Rounding>> = {
  HalfUp: Oracle.ROUND_HALF_UP,
  HalfEven: Oracle.ROUND_HALF_EVEN,
};

function oracle(precision: number, mode: RoundingMode = "HalfUp"): typeof Oracle {
  return Oracle.clone({
    precision,
    rounding: roundings[mode],
    toExpNeg: -9e15,
    toExpPos: 9e15,
    modulo: Oracle.ROUND_DOWN,
  });
}

const exact = oracle(1_000);

const modes = fc.constantFrom<RoundingMode>("HalfUp", "HalfEven");
const sizes = [10n ** 3n, 10n ** 9n, 10n ** 15n, 10n ** 17n, 10n ** 34n, 10n ** 50n];
const decimals = fc
  .tuple(
    fc.constantFrom(...sizes).chain((size) => fc.bigInt({ min: -size, max: size })),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([mantissa, scale]) => decimalOf(mantissa, scale));
const nonZero = decimals.filter(({ mantissa }) => mantissa !== 0);

function text(value: Decimal): string {
  return decimalToText(value);
}

function digits(value: Decimal): number {
  return text(value).replace(/[-.]/g, "").replace(/^0+/, "").length;
}

describe("decimals agree with decimal.js", () => {
  test.each([
    ["sum", addDecimals, "plus"],
    ["difference", subtractDecimals, "minus"],
    ["product", multiplyDecimals, "times"],
  ] as const)("%s, exact", (_name, operate, method) => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        expect(text(operate(left, right))).toBe(
          new exact(text(left))[method](text(right)).toFixed().replace(/^-0$/, "0"),
        );
      }),
    );
  });

  test("remainder", () => {
    fc.assert(
      fc.property(decimals, nonZero, (left, right) => {
        const expected = new exact(text(left)).mod(text(right)).toFixed().replace(/^-0$/, "0");
        expect(text(remainderOfDecimals(left, right))).toBe(expected);
      }),
    );
  });

  test("quotient, to 34 digits or those of the longer number", () => {
    fc.assert(
      fc.property(decimals, nonZero, modes, (left, right, mode) => {
        const precise = oracle(Math.max(34, digits(left), digits(right)), mode);
        const expected = new precise(text(left)).div(text(right)).toFixed().replace(/^-0$/, "0");
        expect(text(divideDecimals(left, right, mode))).toBe(expected);
      }),
    );
  });

  test("rounding to places", () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 10 }), modes, (value, places, mode) => {
        const expected = new exact(text(value))
          .toDecimalPlaces(places, roundings[mode])
          .toFixed()
          .replace(/^-0$/, "0");
        expect(text(roundDecimal(value, places, mode))).toBe(expected);
      }),
    );
  });

  test("square root", () => {
    fc.assert(
      fc.property(decimals, modes, (value, mode) => {
        const square = multiplyDecimals(value, value);
        for (const positive of [square, value.mantissa < 0 ? square : value]) {
          const precise = oracle(Math.max(34, digits(positive)), mode);
          expect(text(squareRoot(positive, mode))).toBe(new precise(text(positive)).sqrt().toFixed());
        }
      }),
    );
  });

  test("powers", () => {
    const bases = fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 0, max: 6 }));
    const exponents = fc.tuple(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(bases, exponents, ([base, baseScale], [exponent, exponentScale]) => {
        const [left, right] = [
          decimalOf(BigInt(base), baseScale),
          decimalOf(BigInt(exponent), exponentScale),
        ];
        // Whole powers are exact and tested elsewhere.
        fc.pre(exponent % 10 ** exponentScale !== 0);
        const expected = new (oracle(34))(text(left)).pow(text(right)).toFixed();
        expect(text(powerOf(left, right, "HalfUp"))).toBe(expected);
      }),
    );
  });
});
