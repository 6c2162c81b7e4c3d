import { Decimal, decimalFromText, decimalToText } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { formatNumber } from "./format-value.ts";
import { readDecimal, readDigits } from "./read-number.ts";
import type { NumberFormat } from "./value-format.ts";

const format = (decimals?: number, groups = true): NumberFormat => ({
  kind: "number",
  groups,
  ...(decimals === undefined ? {} : { decimals }),
});
const decimal = (text: string): Decimal => decimalFromText(text) ?? new Decimal(0, 0);

describe("a number is written", () => {
  test.each<[string, NumberFormat, string]>([
    ["1234567.891", format(), "1,234,567.891"],
    ["1234567.891", format(2), "1,234,567.89"],
    ["1234567.891", format(0, false), "1234568"],
    ["12", format(3), "12.000"],
    ["2.5", format(0), "2"],
    ["-0.004", format(2), "0.00"],
    ["-1234.5", format(1), "-1,234.5"],
    ["0.1234567890123456789012345678901234567", format(), "0.1234567890123456789012345678901234567"],
    [
      "12345678901234567890123456789012345678.9",
      format(1),
      "12,345,678,901,234,567,890,123,456,789,012,345,678.9",
    ],
    [`0.${"3".repeat(600)}`, format(), `0.${"3".repeat(600)}`],
    ["7", format(4000), "7.00000000000000000000"],
  ])("%s by %j", (text, how, written) => {
    expect(formatNumber(decimal(text), how, "en_US")).toBe(written);
  });

  test("whole, without a fraction, also beyond what a number of JavaScript holds", () => {
    expect(formatNumber(9007199254740993n, format(2), "en_US")).toBe("9,007,199,254,740,993");
    expect(formatNumber(-1234, format(), "nl_NL")).toBe("-1.234");
  });
});

describe("a number that was typed", () => {
  const read = (text: string, how?: NumberFormat, locale = "en_US") =>
    readDecimal(text, { format: how, locale });

  test.each<[string, NumberFormat | undefined, string]>([
    ["1,234.5", format(), "1234.5"],
    ["1234.5", format(), "1234.5"],
    ["-1,234,567", format(), "-1234567"],
    ["1,234", format(), "1234"],
    ["1,234,567", undefined, "1234567"],
    ["1,234.50", undefined, "1234.5"],
    ["1.50", format(1), "1.5"],
    ["12345678901234567890123456789012345678", format(), "12345678901234567890123456789012345678"],
  ])("%s by %j is understood", (text, how, value) => {
    const number = read(text, how);
    expect("value" in number && decimalToText(number.value)).toBe(value);
  });

  test.each<[string, NumberFormat | undefined, RegExp]>([
    ["12,50", format(), /read as 1250 and as 12\.50/],
    ["1,234", undefined, /read as 1234 and as 1\.234/],
    ["1,2345", format(), /read as 12345 and as 1\.2345/],
    ["1,23,456", format(), /^Write a number/],
    [",5", format(), /^Write a number/],
    ["1.234,50", format(), /^Write a number/],
    ["1.234", format(2), /3 digits behind the point, and 2 fit/],
    ["many", format(), /^Write a number/],
  ])("%s by %j is refused", (text, how, message) => {
    expect(read(text, how)).toEqual({ message: expect.stringMatching(message) });
  });

  test("is read as the locale writes it", () => {
    expect(read("1.234,5", format(), "nl_NL")).toEqual({ value: decimal("1234.5") });
  });

  test("whole may have a separator where it cannot be a point", () => {
    const reading = { format: undefined, isWhole: true, locale: "en_US" };
    expect(readDigits("1,234", reading)).toEqual({ digits: "1234" });
    expect(readDigits("12,50", reading)).toEqual({ message: expect.stringMatching(/whole number/) });
  });
});
