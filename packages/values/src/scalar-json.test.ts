import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";
import { decimalFromText, decimalToText } from "./decimal-text.ts";
import { type ScalarKind, scalarFromJson, scalarToJson } from "./scalar-json.ts";
import type { Value } from "./value.ts";

const long = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));

/** Decimals in their shortest form, as reading gives them. */
const decimal = fc
  .tuple(fc.bigInt(), fc.nat(50))
  .map(([mantissa, scale]) => decimalFromText(decimalToText(new Decimal(mantissa, scale))) as Decimal);

const values: Record<ScalarKind, fc.Arbitrary<Value>> = {
  string: fc.string({ unit: "binary" }),
  hashedString: fc.string(),
  enumeration: fc.string(),
  boolean: fc.boolean(),
  integer: long,
  long,
  autoNumber: long,
  decimal,
  dateTime: fc.date({ noInvalidDate: true }).map(Number),
  binary: fc.uint8Array({ maxLength: 100 }),
};
const kinds = Object.keys(values) as ScalarKind[];

describe("a value that is neither object nor list", () => {
  it.each(kinds)("of kind %s is the same after JSON and back", (kind) => {
    fc.assert(
      fc.property(values[kind], (value) => {
        const json: unknown = JSON.parse(JSON.stringify(scalarToJson(kind, value)));
        expect(scalarFromJson(kind, json)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  it.each(kinds)("of kind %s is never made of JSON of another form", (kind) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (json) => {
        const value = scalarFromJson(kind, json);
        const again = value === undefined ? undefined : scalarFromJson(kind, scalarToJson(kind, value));
        expect(again).toEqual(value);
      }),
    );
  });

  it.each<[ScalarKind, unknown, Value | undefined]>([
    ["integer", 9007199254740991, 9007199254740991],
    ["integer", 9007199254740992, undefined],
    ["integer", "9007199254740991", 9007199254740991],
    ["integer", "9007199254740992", 9007199254740992n],
    ["integer", "-9223372036854775808", -(2n ** 63n)],
    ["integer", "9223372036854775808", undefined],
    ["integer", "-9223372036854775809", undefined],
    ["integer", "007", 7],
    ["integer", "-0", 0],
    ["integer", -0, 0],
    ["integer", "1.0", undefined],
    ["integer", "1e3", undefined],
    ["integer", "", undefined],
    ["integer", 1.5, undefined],
    ["integer", true, undefined],
    ["decimal", 0.1, new Decimal(1, 1)],
    ["decimal", "12.50", new Decimal(1250, 2)],
    ["decimal", 1e21, new Decimal(10n ** 21n, 0)],
    ["decimal", Number.POSITIVE_INFINITY, undefined],
    ["decimal", "NaN", undefined],
    ["decimal", "1,5", undefined],
    ["decimal", " 1", undefined],
    ["boolean", "true", undefined],
    ["boolean", 0, undefined],
    ["string", 5, undefined],
    ["dateTime", "2026-01-31T12:00:00Z", Date.UTC(2026, 0, 31, 12)],
    ["dateTime", "2026-01-31T12:00+02:00", Date.UTC(2026, 0, 31, 10)],
    ["dateTime", "2026-01-31T12:00:00.123456Z", Date.UTC(2026, 0, 31, 12, 0, 0, 123)],
    ["dateTime", "+012026-01-31T12:00:00.000Z", Date.UTC(12026, 0, 31, 12)],
    ["dateTime", "2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["dateTime", "2026-02-29T00:00:00Z", undefined],
    ["dateTime", "2026-13-01T00:00:00Z", undefined],
    ["dateTime", "2026-01-31", undefined],
    ["dateTime", "2026-01-31T12:00:00", undefined],
    ["dateTime", 0, undefined],
    ["binary", "AQL/", new Uint8Array([1, 2, 255])],
    ["binary", "AQ==", new Uint8Array([1])],
    ["binary", "", new Uint8Array()],
    ["binary", "AQ=", undefined],
    ["binary", "A-_/", undefined],
    ["binary", "AQL/\n", undefined],
    ["enumeration", "Open", "Open"],
    ["enumeration", 1, undefined],
  ])("of kind %s from %j is %o", (kind, json, value) => {
    expect(scalarFromJson(kind, json)).toEqual(value);
  });

  it.each(kinds)("of kind %s can be empty", (kind) => {
    expect(scalarFromJson(kind, null)).toBeNull();
    expect(scalarToJson(kind, null)).toBeNull();
    expect(scalarFromJson(kind, undefined)).toBeUndefined();
  });
});

describe("the text of a decimal", () => {
  it("keeps every digit", () => {
    const digits = fc.stringMatching(/^[0-9]{1,40}$/);
    fc.assert(
      fc.property(digits, digits, fc.constantFrom("", "-"), (whole, fraction, sign) => {
        const shortest = `${whole.replace(/^0+(?=\d)/, "")}.${fraction}`.replace(/\.?0+$/, "") || "0";
        const isZero = /^[0.]*$/.test(shortest);
        const value = decimalFromText(`${sign}${whole}.${fraction}`);
        const expected = isZero
          ? "0"
          : `${sign}${whole.replace(/^0+(?=\d)/, "")}${trimmedFraction(fraction)}`;
        expect(value && decimalToText(value)).toBe(expected);
      }),
    );
  });

  it("has a number as mantissa exactly while that is safe", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), (mantissa) => {
        const read = decimalFromText(String(mantissa))?.mantissa;
        expect(read).toBe(Number.isSafeInteger(Number(mantissa)) ? Number(mantissa) : mantissa);
      }),
    );
  });

  it.each<[string, string | undefined]>([
    ["1e3", "1000"],
    ["1.5E-3", "0.0015"],
    ["-.5", "-0.5"],
    ["5.", "5"],
    ["+7", "7"],
    ["-0", "0"],
    ["1e-9999", `0.${"0".repeat(9998)}1`],
    ["1e99999", undefined],
    [".", undefined],
    ["", undefined],
    ["0x10", undefined],
    ["1_000", undefined],
    ["1 ", undefined],
    ["1".repeat(10_001), undefined],
  ])("%.20s is read as %.20s", (text, expected) => {
    const value = decimalFromText(text);
    expect(value && decimalToText(value)).toBe(expected);
  });
});

function trimmedFraction(fraction: string): string {
  const trimmed = fraction.replace(/0+$/, "");
  return trimmed === "" ? "" : `.${trimmed}`;
}
