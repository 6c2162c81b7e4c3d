import { expect, test } from "vitest";
import type { Measure } from "./measure.ts";
import { type Pair, ratioTarget, resultOf } from "./result.ts";

const subject = { module: new URL("file:///none.ts"), name: "none" };
const compared: Measure = {
  kind: "peak-memory",
  name: "compared",
  about: "",
  limit: 1.5,
  aim: 1.2,
  ours: subject,
  theirs: subject,
};
const absolute: Measure = {
  kind: "event-loop-delay",
  name: "absolute",
  about: "",
  limit: 20,
  aim: 8,
  ours: subject,
};

const pairsOf = (ours: readonly number[], theirs: number): Pair[] =>
  ours.map((value) => ({ ours: value, theirs }));

test("a comparison holds while the median of its ratios is within the limit", () => {
  expect(resultOf(compared, pairsOf([20, 30, 90], 20))).toEqual({
    name: "compared",
    ratio: 1.5,
    limit: 1.5,
    holds: true,
    low: 1,
    high: 4.5,
    ours: 30,
    theirs: 20,
    unit: "MB",
    pairs: 3,
  });
  expect(resultOf(compared, pairsOf([31], 20)).holds).toBe(false);
});

test("an absolute limit stands as the rival, with a ratio limit of 1", () => {
  expect(resultOf(absolute, pairsOf([5, 10, 15], 20))).toMatchObject({
    ratio: 0.5,
    limit: 1,
    theirs: 20,
    holds: true,
  });
  expect(ratioTarget(absolute)).toEqual({ limit: 1, aim: 0.4 });
});

test("where the limit is 0 the ratio is ours itself", () => {
  const none = { ...absolute, limit: 0, aim: 0 };
  expect(resultOf(none, pairsOf([0, 0, 0], 0))).toMatchObject({ ratio: 0, limit: 0, holds: true });
  expect(resultOf(none, pairsOf([2, 3, 4], 0))).toMatchObject({ ratio: 3, limit: 0, holds: false });
});
