import type { RunFilter, RunStore, StoredRun } from "@rivulet/runtime";

/** A run as a store takes it: one that is under way when nothing else is said. */
export function storedRunFor(id: string, change: Partial<StoredRun> = {}): StoredRun {
  return {
    id,
    microflow: "Shop.Pay",
    configuration: "Embedded",
    status: "running",
    startedAt: 1_000,
    endedAt: null,
    duration: null,
    who: null,
    account: null,
    contentHash: null,
    traceId: null,
    failure: null,
    error: null,
    log: [],
    trace: null,
    cut: [],
    redacted: [],
    ...change,
  };
}

/** Something that every store of runs does: what to do with an empty one, and what that has to give. */
export interface RunStoreCase {
  readonly name: string;
  readonly act: (store: RunStore) => Promise<unknown>;
  readonly expected: unknown;
}

const text = "\0 \ud800 'quotes' {,} \\ \u{1f600} NULL";

const failedRun = storedRunFor("a", {
  status: "failed",
  endedAt: 2_345,
  duration: 1_345.25,
  who: "ada",
  account: "account-1",
  contentHash: "0123",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  failure: "x: NULL 'quoted' {,}",
  parameters: { Text: text, List: [1, null] },
  error: {
    code: "x",
    message: text,
    microflow: "Shop.Pay",
    activity: null,
    isRetryable: true,
    details: {},
    cause: null,
  },
  log: [{ level: "info", node: "n", message: text, at: 1_500 }],
  trace: { elements: {}, flows: { f: 1 }, steps: [], stepCount: 1 },
  cut: ["log", "trace"],
  redacted: ["parameters"],
});

const ended = (id: string, change: Partial<StoredRun> = {}) =>
  storedRunFor(id, { status: "completed", endedAt: 2_000, duration: 1_000, ...change });

const seven = Array.from({ length: 7 }, (_, at) =>
  ended(`r${at}`, {
    startedAt: at < 3 ? 1_000 : 1_000 + at,
    microflow: at % 2 === 0 ? "Shop.Pay" : "Shop.Ship",
    who: at === 2 ? "ada" : null,
    account: at === 3 ? "account-1" : null,
    ...(at === 6 ? { status: "failed", failure: "aws: 100% of Calls_failed" } : {}),
  }),
);

async function idsOf(store: RunStore, filter: Omit<RunFilter, "limit"> & { readonly limit?: number }) {
  const runs = await store.list({ limit: 9, ...filter });
  return runs.map(({ id }) => id).join(" ");
}

const filters: readonly (readonly [string, Parameters<typeof idsOf>[1], string])[] = [
  ["the newest come first, so many of them", { limit: 4 }, "r6 r5 r4 r3"],
  ["the following page begins behind the last one", { limit: 4, after: "r3" }, "r2 r1 r0"],
  ["runs are found by their microflow", { microflow: "Shop.Ship" }, "r5 r3 r1"],
  ["runs are found by how they ended", { status: "failed" }, "r6"],
  ["runs are found by who ran them", { who: "ada" }, "r2"],
  ["runs are found by the account that ran them", { account: "account-1" }, "r3"],
  ["runs are found by when they started", { from: 1_003, to: 1_005 }, "r4 r3"],
  ["runs are found by a text in their error", { failure: "CALLS_FAILED" }, "r6"],
  ["what means something in a pattern is a text like any other", { failure: "1__%" }, ""],
];

/** Ends and content that a run had, after it was written again with other ones. */
async function endTwice(store: RunStore): Promise<unknown> {
  await store.save([storedRunFor("a")]);
  await store.save([ended("a", { result: "first" })]);
  for (const status of ["running", "failed", "cancelled"] as const)
    await store.save([storedRunFor("a", { status, endedAt: 3_000, result: "later" })]);
  const { status, endedAt, result } = (await store.find("a")) ?? {};
  return { status, endedAt, result };
}

async function clean(store: RunStore, retention: Partial<Parameters<RunStore["clean"]>[0]>) {
  await store.save([storedRunFor("under-way", { startedAt: 1 }), ...seven]);
  const everything = { since: 0, runs: 1_000, bytes: 1_000_000 };
  const deleted = await store.clean({ ...everything, ...retention });
  return [deleted, await idsOf(store, {})];
}

/** What every store of runs does; each of them is held to this list. */
export const runStoreCases: readonly RunStoreCase[] = [
  {
    name: "a run is read as it was written, whatever characters it holds",
    act: async (store) => {
      await store.save([failedRun, ended("b", { result: null })]);
      return [await store.find("a"), await store.find("b"), await store.find("c")];
    },
    expected: [failedRun, ended("b", { result: null }), undefined],
  },
  {
    name: "a run that has ended never changes again",
    act: endTwice,
    expected: { status: "completed", endedAt: 2_000, result: "first" },
  },
  ...filters.map(([name, filter, expected]) => ({
    name,
    act: async (store: RunStore) => {
      await store.save(seven);
      return idsOf(store, filter);
    },
    expected,
  })),
  {
    name: "runs from before a time are cleaned, but none that is under way",
    act: (store) => clean(store, { since: 1_003 }),
    expected: [3, "r6 r5 r4 r3 under-way"],
  },
  {
    name: "the oldest are cleaned when there are too many",
    act: (store) => clean(store, { runs: 2 }),
    expected: [5, "r6 r5 under-way"],
  },
  {
    name: "the oldest are cleaned when they take too much room",
    act: async (store) => {
      await store.save(
        ["1", "2", "3"].map((id, at) => ended(id, { startedAt: at, result: "x".repeat(1_000) })),
      );
      await store.clean({ since: 0, runs: 10, bytes: 2_900 });
      return idsOf(store, {});
    },
    expected: "3 2",
  },
  {
    name: "a run that was written last is the newest, also when the clock was set back before it",
    act: async (store) => {
      await store.save([ended("before", { startedAt: 9_000 })]);
      await store.save([ended("after", { startedAt: 2_000 })]);
      await store.clean({ since: 0, runs: 1, bytes: 1_000_000 });
      return idsOf(store, {});
    },
    expected: "after",
  },
  {
    name: "nothing is cleaned that may be kept",
    act: (store) => clean(store, {}),
    expected: [0, "r6 r5 r4 r3 r2 r1 r0 under-way"],
  },
];
