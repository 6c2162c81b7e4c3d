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

test.each([
  ["$o/M.O_P/M.P = empty", "Boolean", true, { o: { type: "Object", entity: "M.O", value: null } }],
  [
    "$o/M.O_P/M.P/Name = empty",
    "Boolean",
    true,
    { o: { type: "Object", entity: "M.O", value: { id: "1" } } },
  ],
  ["$s = M.E.Open", "Boolean", true, { s: { type: "Enumeration", value: "Open" } }],
  ["getKey($s)", "String", "Open", { s: { type: "Enumeration", value: "M.E.Open" } }],
  [
    "$o/State != M.E.Open",
    "Boolean",
    true,
    { o: { type: "Object", value: { members: { State: { type: "Enumeration", value: null } } } } },
  ],
  [
    "$o",
    "Object",
    { id: "7", members: { N: { type: "Integer", value: 3 } } },
    { o: { type: "Object", value: { id: "7", members: { N: { type: "Integer", value: 3 } } } } },
  ],
  [
    "$o/M.O_P",
    "Object",
    { id: "p" },
    {
      o: {
        type: "Object",
        entity: "M.O",
        value: { members: { "M.O_P": { type: "Object", entity: "M.P", value: { id: "p" } } } },
      },
    },
  ],
] as const)("a case may leave things unnamed: %s", (expression, type, expected, variables) => {
  const { passed, actual } = judgeCase({ id: "unnamed", expression, type, expected, variables }, world);
  expect({ passed, actual }).toEqual({ passed: true, actual });
});

test("a member that a described entity does not have is a finding", () => {
  const variables = { o: { type: "Object", value: { members: { Name: { type: "String", value: "a" } } } } };
  const entry = {
    id: "missing",
    expression: "$o/Nam",
    type: "String",
    error: { phase: "check" },
    variables,
  } as const;
  expect(judgeCase(entry, world).passed).toBe(true);
});

test("a wrong value does not pass", () => {
  const entry = { id: "sum", expression: "1 + 1", type: "Integer", expected: 3 };
  expect(judgeCase(entry, world)).toEqual({
    id: "sum",
    passed: false,
    actual: { type: "Integer", value: 2 },
    expected: 3,
  });
  expect(judgeCase({ ...entry, type: "Decimal", expected: "2" }, world).passed).toBe(false);
  expect(judgeCase({ ...entry, error: { phase: "check" } }, world).passed).toBe(false);
});
