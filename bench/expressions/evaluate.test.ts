import { expect, test } from "vitest";
import { compileTenThousand } from "./compile-many.ts";
import { completeInLargeProject } from "./complete.ts";
import { decimalJsLong, decimalJsShort, expressionLong, expressionShort } from "./evaluate.ts";

test("both sides give the same number", () => {
  expect(expressionShort()()).toBe(decimalJsShort()());
  expect(expressionLong()()).toBe(decimalJsLong()());
});

test("all expressions of the corpus compile", () => {
  expect(compileTenThousand()()).toBe(10_000);
});

test("a completion in the large project offers much", () => {
  expect(completeInLargeProject()()).toBeGreaterThan(1_000);
});
