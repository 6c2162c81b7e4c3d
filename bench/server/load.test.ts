import { expect, test } from "vitest";
import { quantile } from "./load.ts";

test.each([
  [[4, 1, 3, 2], 0.5, 2],
  [[1], 0.99, 1],
  [Array.from({ length: 1_000 }, (_, at) => at + 1), 0.99, 990],
])("a part of the values does not go beyond the quantile", (values, part, expected) => {
  expect(quantile(values, part)).toBe(expected);
});
