import type { ElementTrace, RunTrace, RunView } from "@rivulet/runtime/wire";
import { expect, test } from "vitest";
import { compareParameters, comparePaths, compareResults } from "./compare-runs.ts";

const run = (content: Partial<RunView>) => content as RunView;

test("parameters are compared by their names, values as a whole", () => {
  const left = run({ parameters: { Name: "Ann", Lines: [1, 2], Old: 1 } });
  const right = run({ parameters: { Name: "Bob", Lines: [1, 2], New: null } });
  expect(compareParameters(left, right)).toEqual([
    { name: "Name", left: "Ann", right: "Bob", isSame: false },
    { name: "Lines", left: [1, 2], right: [1, 2], isSame: true },
    { name: "Old", left: 1, right: undefined, isSame: false },
    { name: "New", left: undefined, right: null, isSame: false },
  ]);
  expect(compareParameters(run({}), run({}))).toEqual([]);
});

test("nothing and empty are not the same result", () => {
  expect(compareResults(run({ result: null }), run({})).isSame).toBe(false);
  expect(compareResults(run({ result: { a: 1 } }), run({ result: { a: 1 } })).isSame).toBe(true);
});

test("paths are compared by how often each element was executed and how it came out", () => {
  const element = (order: number, count: number, status: ElementTrace["status"] = "done"): ElementTrace => ({
    microflow: "Shop.Pay",
    count,
    lastDuration: order,
    totalDuration: order,
    status,
    order,
  });
  const trace = (elements: RunTrace["elements"]): RunTrace => ({
    elements,
    flows: {},
    steps: [],
    stepCount: 1,
  });
  const left = trace({ end: element(3, 1), start: element(1, 1), loop: element(2, 5) });
  const right = trace({ start: element(7, 1), loop: element(8, 6), fail: element(9, 1, "failed") });
  expect(comparePaths(left, right).map(({ id, isSame }) => `${id} ${isSame}`)).toEqual([
    "start true",
    "loop false",
    "end false",
    "fail false",
  ]);
  expect(comparePaths(left, undefined)).toEqual([]);
});
