import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { re2Patterns } from "../patterns/re2-patterns.ts";
import { readCases } from "./case-format.ts";
import { judgeCase } from "./judge-case.ts";

const folder = new URL("../../conformance/cases/", import.meta.url);
const world = { clock: () => Date.UTC(2024, 1, 29), random: () => 0.25, patterns: re2Patterns };

describe.each(readdirSync(folder))("%s", (file) => {
  test.each(
    readCases(JSON.parse(readFileSync(new URL(file, folder), "utf8"))).map(
      (entry) => [entry.id, entry] as const,
    ),
  )("%s", (_id, entry) => {
    const { passed, actual, expected } = judgeCase(entry, world);
    expect({ passed, actual, expected }).toEqual({ passed: true, actual, expected });
  });
});

test("a file that is no list of cases is refused with the entry that is wrong", () => {
  expect(() => readCases({})).toThrow("is a list");
  expect(() => readCases([{ id: "a", expression: "1", type: "Integer", expected: 1 }, { id: "b" }])).toThrow(
    "Entry 2",
  );
});

test("a wrong value does not pass", () => {
  const entry = { id: "sum", expression: "1 + 1", type: "Integer", expected: 3 };
  expect(judgeCase(entry, world)).toEqual({
    id: "sum",
    passed: false,
    actual: { type: "integer", value: 2 },
    expected: 3,
  });
  expect(judgeCase({ ...entry, type: "Decimal", expected: "2" }, world).passed).toBe(false);
  expect(judgeCase({ ...entry, error: { phase: "check" } }, world).passed).toBe(false);
});
