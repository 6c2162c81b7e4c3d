import { runStoreCases, storedRunFor } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { MemoryRuns, memoryRetention } from "./memory-runs.ts";

test.each(runStoreCases)("$name", async ({ act, expected }) => {
  expect(await act(new MemoryRuns())).toEqual(expected);
});

test("memory is bounded by itself: the oldest runs go", async () => {
  const runs = new MemoryRuns();
  const ended = { status: "completed", endedAt: 1 } as const;
  for (let at = 0; at < memoryRetention.runs + 5; at += 1)
    await runs.save([storedRunFor(`r${at}`, { ...ended, startedAt: at })]);
  expect(await runs.list({ limit: 9_999 })).toHaveLength(memoryRetention.runs);
  expect(await runs.find("r4")).toBeUndefined();
});
