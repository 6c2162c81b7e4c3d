import { expect, test } from "vitest";
import { readHistoryLimits } from "./history-limits.ts";

test("the history has limits of its own, and variables that change them", () => {
  expect(readHistoryLimits({})).toEqual({ days: 30, runs: 10_000, megabytes: 256 });
  expect(readHistoryLimits({ RIVULET_HISTORY_DAYS: "0.5", RIVULET_HISTORY_RUNS: "" })).toMatchObject({
    days: 0.5,
    runs: 10_000,
  });
});

test.each(["0", "-1", "many", "1e12"])("%s is no limit", (text) => {
  const result = readHistoryLimits({ RIVULET_HISTORY_RUNS: text });
  expect(result).toEqual(
    new Error(`RIVULET_HISTORY_RUNS is "${text}". It is how many runs are kept: a number above 0.`),
  );
});
