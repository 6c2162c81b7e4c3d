import { expect, test } from "vitest";
import { type Cell, cellAfterKey } from "./grid-keys.ts";

const size = { rows: 30, columns: 4 };

test.each<[string, boolean, Cell, Cell | undefined]>([
  ["ArrowDown", false, { row: 0, column: 1 }, { row: 1, column: 1 }],
  ["ArrowUp", false, { row: 0, column: 1 }, { row: 0, column: 1 }],
  ["ArrowRight", false, { row: 2, column: 3 }, { row: 2, column: 3 }],
  ["PageDown", false, { row: 25, column: 0 }, { row: 29, column: 0 }],
  ["Home", false, { row: 5, column: 2 }, { row: 5, column: 0 }],
  ["Home", true, { row: 5, column: 2 }, { row: 0, column: 0 }],
  ["End", true, { row: 5, column: 2 }, { row: 29, column: 3 }],
  ["x", false, { row: 5, column: 2 }, undefined],
])("%s (with Ctrl: %s) goes from %j to %j", (key, ctrlKey, from, to) => {
  expect(cellAfterKey({ key, ctrlKey }, from, size)).toEqual(to);
});
