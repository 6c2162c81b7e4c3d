import { deepStrictEqual } from "node:assert/strict";
import { generatedFlows } from "@rivulet/testkit";
import fc from "fast-check";
import { observeBoth } from "./compare-with-reference.test-support.ts";

/**
 * Holds the runtime to the reference on generated microflows; a failure names the smallest one found. The job `runtime`
 * of `pnpm fuzz`, and in small the unit test.
 */
export async function run({ runs, seed }: { readonly runs: number; readonly seed?: number }): Promise<void> {
  const property = fc.asyncProperty(generatedFlows, async (generated) => {
    const { runtime, reference } = await observeBoth(generated);
    deepStrictEqual(runtime, reference);
  });
  await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
}
