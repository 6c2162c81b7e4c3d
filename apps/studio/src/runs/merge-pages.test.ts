import type { RunSummary } from "@rivulet/runtime/wire";
import { expect, test } from "vitest";
import { type RunList, withNewest } from "./merge-pages.ts";

const list = (ids: string, next: string | null): RunList => ({
  runs: ids.split("").map((runId) => ({ runId }) as RunSummary),
  next,
});
const idsOf = ({ runs, next }: RunList) => [runs.map(({ runId }) => runId).join(""), next];

test.each([
  ["a new run comes on top, older pages stay", list("zab", "b"), list("abcd", "d"), ["zabcd", "d"]],
  ["nothing was read before", list("ab", "b"), list("", null), ["ab", "b"]],
  ["so many are new that some between are unknown", list("xyz", "z"), list("abcd", "d"), ["xyz", "z"]],
  ["everything fits into one page", list("ab", null), list("abc", null), ["ab", null]],
])("%s", (_, newest, before, merged) => {
  expect(idsOf(withNewest(newest, before))).toEqual(merged);
});
