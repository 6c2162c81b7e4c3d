import { type AttributeShape, type AttributeType, Decimal } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { shopIndex } from "../../sample-pages.test-support.ts";
import { type InputJson, parseInput } from "./parse-input.ts";

const index = shopIndex({});
const attribute = (type: AttributeType): AttributeShape => ({ name: "A", type, slot: 0, initialValue: null });
const parse = (type: AttributeType, json: InputJson) => parseInput(json, attribute(type), { index });
const state: AttributeType = { kind: "enumeration", enumeration: "Shop.State" };

describe("what is put into an input", () => {
  test.each<[string, AttributeType, InputJson, unknown]>([
    ["a text", { kind: "string" }, "  two words ", "  two words "],
    ["a script", { kind: "string" }, "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["a whole number", { kind: "integer" }, " 12 ", 12],
    [
      "a long beyond what a number of JavaScript holds",
      { kind: "long" },
      "9007199254740993",
      9007199254740993n,
    ],
    ["leading zeros", { kind: "long" }, "007", 7],
    [
      "38 digits",
      { kind: "decimal" },
      "12345678901234567890123456789012345678",
      new Decimal(12345678901234567890123456789012345678n, 0),
    ],
    ["a fraction", { kind: "decimal" }, "-0.10", new Decimal(-10, 2)],
    ["yes", { kind: "boolean" }, true, true],
    ["no, from a list", { kind: "boolean" }, "false", false],
    ["a key", state, "Paid", "Paid"],
    ["a moment", { kind: "dateTime" }, "1970-01-01T00:00:01.000Z", 1000],
    ["nothing", { kind: "decimal" }, "  ", null],
    ["no text", { kind: "string" }, "", null],
  ])("becomes a value: %s", (_, type, json, value) => {
    expect(parse(type, json)).toEqual({ value });
  });

  test.each<[string, AttributeType, InputJson, RegExp]>([
    ["words", { kind: "integer" }, "twelve", /whole number/],
    ["a fraction", { kind: "integer" }, "1.5", /whole number/],
    ["more than 32 bits", { kind: "integer" }, "2147483648", /too large/],
    ["more than 64 bits", { kind: "long" }, "9223372036854775808", /64 bits/],
    ["a comma", { kind: "decimal" }, "12,50", /point before its fraction/],
    ["a text too long", { kind: "string", maximumLength: 3 }, "four", /4 characters/],
    ["a key that is none", state, "Lost", /one of the list/],
    ["a day that is none", { kind: "dateTime" }, "2026-02-30T00:00:00.000Z", /no date/],
    ["a tick for a text", { kind: "string" }, true, /not a text/],
    ["nothing where there has to be yes or no", { kind: "boolean" }, "", /yes or no/],
    ["anything that cannot be typed", { kind: "binary" }, "AAAA", /cannot be changed/],
  ])("is refused in words: %s", (_, type, json, message) => {
    expect(parse(type, json)).toEqual({ message: expect.stringMatching(message) });
  });
});
