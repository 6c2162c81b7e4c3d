import { expect, test } from "vitest";
import type { RunTrace, TraceStep } from "../wire/run-trace.ts";
import { boundedTrace } from "./bounded-trace.ts";

const step = (number: number, isFailed = false): TraceStep => ({
  number,
  round: number,
  element: "e",
  microflow: "Shop.Pay",
  depth: 1,
  duration: 1,
  status: isFailed ? "failed" : "done",
  ...(isFailed ? { error: { code: "x", message: "y" } } : {}),
  variables: [{ name: "Text", type: "String", after: "x".repeat(500), isChanged: true }],
});

const trace: RunTrace = {
  elements: {},
  flows: { f: 9 },
  steps: [...Array.from({ length: 9 }, (_, at) => step(at + 1)), step(10, true)],
  stepCount: 10,
};

test("a small trace stays as it is", () => {
  expect(boundedTrace(trace, 100_000)).toBe(trace);
});

test("a large one keeps the failed step and the first ones, in their order, and says how many are left out", () => {
  const bounded = boundedTrace(trace, 2_400);
  expect(bounded.steps.map(({ number }) => number)).toEqual([1, 2, 10]);
  expect(bounded).toMatchObject({ cutSteps: 7, flows: { f: 9 }, stepCount: 10 });
});
