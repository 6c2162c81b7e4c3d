import { compareDecimals, Decimal, decimalFromText } from "@rivulet/values";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNumber, encodeNumber } from "./attribute-number.ts";
import type { AttributeJson, AttributeValue } from "./attribute-value.ts";
import { decodeItem, decodeValue } from "./decode-value.ts";
import { encodeItem, encodeValue } from "./encode-value.ts";
import { generatedNumbers } from "./generated-values.test-support.ts";
import { run } from "./round-trip.test-support.ts";

const decimal = (text: string) => decimalFromText(text) as Decimal;

describe("every type has a form of its own, in both directions", () => {
  test.each<[string, AttributeJson, AttributeValue]>([
    ["a text", { S: "Marta" }, "Marta"],
    ["an empty text", { S: "" }, ""],
    ["a text that looks like a number", { S: "1" }, "1"],
    ["a whole number", { N: "12" }, 12],
    ["a whole number beyond JavaScript's", { N: "9007199254740993" }, 9007199254740993n],
    ["the largest in 64 bits", { N: "9223372036854775807" }, 2n ** 63n - 1n],
    ["a whole number beyond 64 bits", { N: "9223372036854775808" }, new Decimal(2n ** 63n, 0)],
    ["a fraction", { N: "0.1" }, new Decimal(1, 1)],
    [
      "all 38 digits",
      { N: "1.2345678901234567890123456789012345678" },
      decimal("1.2345678901234567890123456789012345678"),
    ],
    ["bytes", { B: "AP8=" }, Uint8Array.of(0, 255)],
    ["no bytes", { B: "" }, new Uint8Array()],
    ["true", { BOOL: true }, true],
    ["false", { BOOL: false }, false],
    ["null", { NULL: true }, null],
    ["a list of anything", { L: [{ S: "a" }, { N: "1" }, { NULL: true }] }, ["a", 1, null]],
    ["an empty list", { L: [] }, []],
    ["a map", { M: { a: { N: "1" } } }, new Map([["a", 1]])],
    ["an empty map", { M: {} }, new Map()],
    ["a set of texts", { SS: ["a", ""] }, { type: "SS", members: ["a", ""] }],
    ["a set of numbers", { NS: ["1", "0.5"] }, { type: "NS", members: [1, new Decimal(5, 1)] }],
    ["a set of bytes", { BS: ["AP8="] }, { type: "BS", members: [Uint8Array.of(0, 255)] }],
    ["an empty set of texts", { SS: [] }, { type: "SS", members: [] }],
    ["an empty set of numbers", { NS: [] }, { type: "NS", members: [] }],
    ["an empty set of bytes", { BS: [] }, { type: "BS", members: [] }],
  ])("%s", (_, json, value) => {
    expect(decodeValue(json)).toStrictEqual(value);
    expect(encodeValue(value)).toStrictEqual(json);
  });
});

test("a missing attribute is not one of the value null", () => {
  const item = decodeItem({ Given: { NULL: true } });
  expect(item.has("Given")).toBe(true);
  expect(item.get("Given")).toBeNull();
  expect(item.has("Missing")).toBe(false);
});

test("an attribute may have the name of an object's prototype", () => {
  const json = '{"__proto__":{"M":{"__proto__":{"S":"x"}}},"constructor":{"S":"y"}}';
  expect(JSON.stringify(encodeItem(decodeItem(JSON.parse(json))))).toBe(json);
});

test("a type that DynamoDB does not have is refused", () => {
  expect(() => decodeValue({ X: "1" } as never)).toThrow("is of the type X, which is not known");
});

describe("numbers", () => {
  test.each([
    ["10", 10],
    ["10.0", 10],
    ["1E+1", 10],
    ["1e1", 10],
    ["-0", 0],
    ["0.000", 0],
    ["0005", 5],
    ["1.50", new Decimal(15, 1)],
    ["1E-7", new Decimal(1, 7)],
    ["1E+30", new Decimal(10n ** 30n, 0)],
  ])("%s is read as what it is", (text, value) => {
    expect(decodeNumber(text)).toStrictEqual(value);
  });

  test.each(["", " ", "x", "1.2.3", "0x10", "NaN", "Infinity", "1e"])("%j is no number", (text) => {
    expect(() => decodeNumber(text)).toThrow("which is no number");
  });

  test.each([
    "1e125",
    "-9.99e125",
    "1e-130",
    "1".repeat(38),
    `${"1".repeat(38)}000`,
    `0.${"0".repeat(50)}${"1".repeat(38)}`,
  ])("%s is sent without a digit lost", (text) => {
    expect(compareDecimals(decimal(encodeNumber(decimal(text))), decimal(text))).toBe(0);
  });

  test.each(["1e126", "1e-131", "1".repeat(39), `0.${"0".repeat(50)}${"1".repeat(39)}`])(
    "%s is refused, not rounded",
    (text) => {
      expect(() => encodeNumber(decimal(text))).toThrow(/significant digits|exponent/);
    },
  );

  test("have one form, however they are written", () => {
    fc.assert(
      fc.property(generatedNumbers, fc.nat(5), (value, zeros) => {
        const text = encodeNumber(value);
        const longer = text.includes(".") ? `${text}${"0".repeat(zeros)}` : `${text}.${"0".repeat(zeros)}`;
        expect(decodeNumber(text)).toStrictEqual(value);
        expect(decodeNumber(longer)).toStrictEqual(value);
        expect(decodeNumber(`${text}e+0`)).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});

test("generated items come back as they were sent", () => {
  expect(() => run({ runs: 500 })).not.toThrow();
});
