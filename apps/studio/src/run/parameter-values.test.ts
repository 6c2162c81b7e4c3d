import type { DataType } from "@rivulet/values";
import { expect, test } from "vitest";
import { readInput } from "./parameter-values.ts";

const choicesOf: Partial<Record<DataType["kind"], readonly string[]>> = { enumeration: ["Open", "Done"] };

const read = (type: DataType, text: string, isRequired = true) =>
  readInput({ id: "value", name: "Value", type, isRequired, choices: choicesOf[type.kind] }, text);

test.each<[DataType["kind"] & ("string" | "integer" | "decimal" | "boolean" | "dateTime"), string, unknown]>([
  ["string", "", ""],
  ["string", " as typed ", " as typed "],
  ["integer", " 42 ", 42],
  ["integer", "9007199254740993", "9007199254740993"],
  ["decimal", "-0.5", "-0.5"],
  ["boolean", "true", true],
  ["boolean", "", false],
  ["boolean", "what a text was before it became a Boolean", false],
  ["dateTime", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"],
])("%s %j is read as %j", (kind, text, value) => {
  expect(read({ kind }, text)).toEqual({ value });
});

test.each<[DataType["kind"] & ("integer" | "decimal" | "dateTime"), string]>([
  ["integer", "1.5"],
  ["integer", "0x10"],
  ["decimal", "1,5"],
  ["decimal", "."],
  ["dateTime", "tomorrow"],
  ["dateTime", "2026-02-30T12:00:00Z"],
  ["dateTime", "5"],
  ["integer", "99999999999999999999"],
])("%s %j is refused with a sentence", (kind, text) => {
  expect(read({ kind }, text)).toEqual({ fault: expect.stringMatching(/\.$/) });
});

test("objects and lists are JSON; what is none says why", () => {
  expect(read({ kind: "list", entity: "Shop.Order" }, '[{"Number": 1}]')).toEqual({ value: [{ Number: 1 }] });
  expect(read({ kind: "object", entity: "Shop.Order" }, "{")).toEqual({
    fault: expect.stringContaining("not JSON"),
  });
  expect(read({ kind: "object", entity: "Shop.Order" }, "[]")).toHaveProperty("fault");
  expect(read({ kind: "list", entity: "Shop.Order" }, "{}")).toHaveProperty("fault");
});

test("nothing is empty where that is allowed", () => {
  expect(read({ kind: "integer" }, " ", false)).toEqual({ value: null });
  expect(read({ kind: "integer" }, " ")).toHaveProperty("fault");
  expect(read({ kind: "object", entity: "Shop.Order" }, "null", false)).toEqual({ value: null });
  expect(read({ kind: "object", entity: "Shop.Order" }, "null")).toHaveProperty("fault");
});

test("what was remembered of a value that the enumeration has no more is said, and not sent", () => {
  const type = { kind: "enumeration", enumeration: "Shop.State" } as const;
  expect(read(type, "Open")).toEqual({ value: "Open" });
  expect(read(type, "Lost")).toEqual({ fault: expect.stringContaining("“Lost” is none") });
});
