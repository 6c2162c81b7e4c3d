import { expect, test } from "vitest";
import { durationText } from "./duration-text.ts";

test.each([
  [0.01, "< 0.1 ms"],
  [0.42, "0.4 ms"],
  [41.6, "42 ms"],
  [1_210, "1.21 s"],
  [12_340, "12.3 s"],
  [61_000, "1 min 1 s"],
])("%d ms is said as %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
