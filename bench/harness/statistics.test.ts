import { expect, test } from "vitest";
import { median, medianBounds } from "./statistics.ts";

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

test.each([
  [[3], 3],
  [[1, 9], 5],
  [[9, 1, 4], 4],
  [[4, 1, 3, 2], 2.5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

// Ranks as in the usual tables of the sign test's 95 % interval.
test.each([
  [6, 1, 6],
  [10, 2, 9],
  [30, 10, 21],
  [50, 18, 33],
  [100, 40, 61],
])("of %d samples the bounds of the median are number %d and number %d", (count, low, high) => {
  expect(medianBounds(numbersTo(count))).toEqual({ low, high });
});

test("too few samples give their extremes", () => {
  expect(medianBounds([2, 1, 3])).toEqual({ low: 1, high: 3 });
});
