import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seedCoverage, seedRows, shippedFor, testsOf } from "./seed-coverage.test-support.ts";

const checkout = join(import.meta.dirname, "../../../..");

test("docs/reference/seed-coverage.md is made from the module", async () => {
  await expect(seedCoverage()).toMatchFileSnapshot("../../../../docs/reference/seed-coverage.md");
});

test("every row of the original's reference ships and has its tests", () => {
  expect(seedRows).toHaveLength(56);
  expect(seedRows.filter((row) => shippedFor(row) === undefined)).toEqual([]);
  expect(seedRows.flatMap(testsOf).filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
});
