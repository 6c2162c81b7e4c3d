import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fuzzJobs } from "./fuzz-jobs.mjs";
import { checkout } from "./steps/checkout.mjs";

test("every fuzz job has a name of its own and a module that is there", () => {
  const names = fuzzJobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(fuzzJobs.filter(({ module }) => !existsSync(join(checkout, module)))).toEqual([]);
});
