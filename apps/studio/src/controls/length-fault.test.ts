import { expect, test } from "vitest";
import { lengthFault } from "./length-fault.ts";

test("a text that is too long is said to be, with by how much", () => {
  expect(lengthFault("ab", 2)).toBeUndefined();
  expect(lengthFault("abc", 2)).toBe("This has 3 characters, and at most 2 fit. Shorten it.");
});
