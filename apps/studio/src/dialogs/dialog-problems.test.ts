import type { ElementRecord, Problem } from "@rivulet/model";
import { expect, test } from "vitest";
import { dialogProblems } from "./dialog-problems.ts";

const loop = (fields: ElementRecord["fields"]): ElementRecord => ({
  id: "loop",
  type: "element",
  parent: "flow",
  kind: "loop",
  fields,
});
const problem = (code: string, field?: string): Problem => ({
  severity: "error",
  code,
  message: code,
  place: { document: "flow", record: "loop", ...(field === undefined ? {} : { field }) },
});

test.each([
  ["an empty field is not red before somebody was there", problem("missing-value", "list"), {}, {}, false],
  ["a field that was emptied is red", problem("missing-value", "list"), { list: "Orders" }, {}, true],
  [
    "a part of a field that was touched is red",
    problem("missing-argument", "call.arguments.A"),
    {},
    { call: "M.F" },
    true,
  ],
  ["what is wrong is red at once", problem("wrong-variable", "list"), { list: "X" }, { list: "X" }, true],
  [
    "what the flow round it lacks is left to the list of problems",
    problem("empty-body"),
    {},
    { list: "X" },
    false,
  ],
])("%s", (_, found, saved, draft, isShown) => {
  expect(dialogProblems([found], loop(saved), loop(draft))).toEqual(isShown ? [found] : []);
});
