import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchLater } from "./fetch-later.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Loads that write down in which order they were asked. */
function loads() {
  const asked: string[] = [];
  const load = (name: string, isThere = true) => {
    return async () => {
      asked.push(name);
      if (!isThere) throw new Error("The server is away.");
    };
  };
  return { asked, all: [load("first"), load("second", false), load("third")] };
}

test("the rest is fetched when it has been quiet, one after the other, also after one that is not there", async () => {
  const { asked, all } = loads();
  fetchLater(all);
  expect(asked).toEqual([]);
  await vi.runAllTimersAsync();
  expect(asked).toEqual(["first", "second", "third"]);
});

test("what was called off is not fetched", async () => {
  const { asked, all } = loads();
  fetchLater(all)();
  await vi.runAllTimersAsync();
  expect(asked).toEqual([]);
});
