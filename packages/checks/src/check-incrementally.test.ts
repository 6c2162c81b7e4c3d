import type { Problem } from "@rivulet/model";
import { log, withRecord } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { withModule } from "./cases/problem-case.test-support.ts";
import { checkIncrementally, mergeProblems } from "./check-project.ts";

const project = withModule({
  microflows: {
    First: { elements: { message: log("$Gone") } },
    Second: { elements: { message: log("$Gone") } },
  },
});

test("a change inside a microflow checks that microflow alone", () => {
  const before = checkIncrementally(project);
  const changed = withRecord(project, "Sales.First.message", (record) => ({ ...record, caption: "Say it" }));
  const after = checkIncrementally(changed, before);
  expect(after.documents.get("Sales.Second")?.problems).toBe(before.documents.get("Sales.Second")?.problems);
  expect(after.documents.get("Sales.First")?.problems).not.toBe(
    before.documents.get("Sales.First")?.problems,
  );
  expect(after.problems).toEqual(before.problems);
});

test("a change of what others can see checks everything", () => {
  const before = checkIncrementally(project);
  const changed = withRecord(project, "Sales.Order", (record) => ({ ...record, documentation: "An order" }));
  const after = checkIncrementally(changed, before);
  expect(after.documents.get("Sales.Second")?.problems).not.toBe(
    before.documents.get("Sales.Second")?.problems,
  );
});

test("problems that are said twice are merged into one", () => {
  const { problems } = checkIncrementally(project);
  expect(mergeProblems(problems, [...problems])).toEqual(problems);
});

test("a record that is said to be in two files is in the first, and what both know of its place is kept", () => {
  const found = { severity: "error", code: "duplicate-name", message: "Taken." } as const;
  const read: Problem = { ...found, place: { file: "flow.json", record: "limit", field: "name" } };
  const checked: Problem = {
    ...found,
    place: { ...read.place, file: "Limit.json", document: "Sales.Limit" },
  };
  const place = { file: "flow.json", document: "Sales.Limit", record: "limit", field: "name" };
  expect(mergeProblems([read], [checked])).toEqual([{ ...found, place }]);
});

test("problems of files that hold no record are told apart by the file", () => {
  const missing = (file: string): Problem => ({
    severity: "error",
    code: "x",
    message: "Y.",
    place: { file },
  });
  expect(mergeProblems([missing("a.json")], [missing("b.json")])).toHaveLength(2);
});
