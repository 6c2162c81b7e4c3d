import { expect, test } from "vitest";
import { observeBoth } from "./compare-with-reference.test-support.ts";
import { run } from "./runtime-against-reference.test-support.ts";

test("the runtime gives the result, log, failure and steps of the reference", async () => {
  await expect(run({ runs: 60 })).resolves.toBeUndefined();
}, 120_000);

test("the two are compared by what can be seen, down to the place of a failure", async () => {
  const failing = { kind: "createVariable", choices: [0, 0, 1, 3, 7, 0, 0, 0, 0, 0] } as const;
  const { runtime, reference } = await observeBoth({ flows: [[failing]] });
  expect(runtime).toEqual(reference);
  expect(runtime.steps).toBeGreaterThan(0);
});
