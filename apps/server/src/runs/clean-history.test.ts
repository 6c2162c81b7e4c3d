import { MemoryRuns } from "@rivulet/runtime";
import { storedRunFor } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { HistoryCleaner } from "./clean-history.ts";

const silent = { info: () => {}, error: () => {} };

/** Runs that ended some hours ago. */
async function storeWith(hours: Readonly<Record<string, number>>): Promise<MemoryRuns> {
  const store = new MemoryRuns();
  const runs = Object.entries(hours).map(([id, ago]) =>
    storedRunFor(id, { status: "completed", startedAt: Date.now() - ago * 3_600_000 }),
  );
  await store.save(runs);
  return store;
}

const idsOf = async (store: MemoryRuns) => (await store.list({ limit: 9 })).map(({ id }) => id).join(" ");

test("a server that starts deletes what is too old", async () => {
  const store = await storeWith({ old: 25, young: 23 });
  const cleaner = new HistoryCleaner({ store, limits: { days: 1, runs: 9, megabytes: 1 }, log: silent });
  await expect.poll(() => idsOf(store)).toBe("young");
  await cleaner.close();
});

test("after a thousand runs what is too much goes", async () => {
  const store = await storeWith({ first: 3, second: 2 });
  const cleaner = new HistoryCleaner({ store, limits: { days: 1, runs: 2, megabytes: 1 }, log: silent });
  await store.save([storedRunFor("third", { status: "completed", startedAt: Date.now() })]);
  expect(await idsOf(store)).toBe("third second first");
  // Until the cleaning of the start is over another one does not begin.
  await expect
    .poll(async () => {
      for (let run = 0; run < 1_000; run += 1) cleaner.ended();
      return idsOf(store);
    })
    .toBe("third second");
  await cleaner.close();
});

test("a store that does not answer is reported, and the server goes on", async () => {
  const reasons: unknown[] = [];
  const store = new MemoryRuns();
  store.clean = () => Promise.reject(new Error("gone"));
  const log = { ...silent, error: (error: unknown) => reasons.push(error) };
  const cleaner = new HistoryCleaner({ store, limits: { days: 1, runs: 2, megabytes: 1 }, log });
  await expect.poll(() => reasons).toEqual([new Error("gone")]);
  await cleaner.close();
});
