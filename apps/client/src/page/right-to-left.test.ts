import { expect, test } from "vitest";
import { hasRightToLeft } from "./right-to-left.ts";

test.each([
  ["", false],
  ["Order 12, façade, 中文, 🙂", false],
  ["محمد", true],
  ["Ms. שרה", true],
  ["𐤀", true],
])("%j has letters that run from right to left: %j", (text, expected) => {
  expect(hasRightToLeft(text)).toBe(expected);
});
