import type { DataType } from "@rivulet/values";
import { expect, test } from "vitest";
import { readInput } from "./parameter-values.ts";

const read = (type: DataType, text: string, isRequired = true) =>
  readInput({ name: "Value", type, isRequired }, text);

test.each<[DataType["kind"] & ("string" | "integer" | "decimal" | "boolean" | "dateTime"), string, unknown]>([
  ["string", "", ""],
  ["string", " as typed ", " as typed "],
  ["integer", " 42 ", 42],
  ["integer", "9007199254740993", "9007199254740993"],
  ["decimal", "-0.5", "-0.5"],
  ["boolean", "true", true],
  ["dateTime", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z"],
])("%s %j is read as %j", (kind, text, value) => {
  expect(read({ kind }, text)).toEqual({ value });
});

test.each<[DataType["kind"] & ("integer" | "decimal" | "dateTime"), string]>([
  ["integer", "1.5"],
  ["integer", "0x10"],
  ["decimal", "1,5"],
  ["decimal", "."],
  ["dateTime", "tomorrow"],
])("%s %j is refused with a sentence", (kind, text) => {
  expect(read({ kind }, text)).toEqual({ fault: expect.stringMatching(/\.$/) });
});

test("objects and lists are JSON; what is none says why", () => {
  expect(read({ kind: "list", entity: "Shop.Order" }, '[{"Number": 1}]')).toEqual({ value: [{ Number: 1 }] });
  expect(read({ kind: "object", entity: "Shop.Order" }, "{")).toEqual({
    fault: expect.stringContaining("not JSON"),
  });
});

test("nothing is empty where that is allowed", () => {
  expect(read({ kind: "integer" }, " ", false)).toEqual({ value: null });
  expect(read({ kind: "integer" }, " ")).toHaveProperty("fault");
});
