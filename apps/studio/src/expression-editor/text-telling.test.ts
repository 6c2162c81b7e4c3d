import { Text } from "@codemirror/state";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TextTelling } from "./text-telling.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const long = "'x' + ".repeat(17_000);

function written(...texts: readonly string[]) {
  const told: string[] = [];
  const telling = new TextTelling((text) => told.push(text));
  for (const text of texts) telling.write(Text.of([text]));
  return { told, telling };
}

test("a short text is told at each key", () => {
  const { told } = written("a", "ab");
  expect(told).toEqual(["a", "ab"]);
});

test("of a long text twenty keys are told once, when they rest", () => {
  const keys = Array.from({ length: 20 }, (_, count) => long + "1".repeat(count + 1));
  const { told, telling } = written(...keys);
  expect(told).toEqual([]);
  expect(telling.isBehind).toBe(true);
  vi.runAllTimers();
  expect(told).toEqual([keys.at(-1)]);
  expect(telling.isBehind).toBe(false);
});

test("who is about to do something with a long text has it told at once, and not again", () => {
  const { told, telling } = written(long);
  telling.tellNow();
  telling.tellNow();
  vi.runAllTimers();
  expect(told).toEqual([long]);
});

test("a long text that was made short is told as it is now", () => {
  const { told } = written(long, "1");
  vi.runAllTimers();
  expect(told).toEqual(["1"]);
});

test("an editor that is gone tells nothing more", () => {
  const { told, telling } = written(long);
  telling.end();
  vi.runAllTimers();
  expect(told).toEqual([]);
});
