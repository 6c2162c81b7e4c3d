import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import type { ItemJson } from "./attribute-value.ts";
import { decodeItem } from "./decode-value.ts";
import { encodeItem } from "./encode-value.ts";
import { generatedItems } from "./generated-values.test-support.ts";

/**
 * Sends generated items as far as the text of a request and back; a failure names the smallest item found. The job
 * `codec` of `pnpm fuzz`, and in small the unit test.
 */
export function run({ runs, seed }: { readonly runs: number; readonly seed?: number }): void {
  const property = fc.property(generatedItems, (item) => {
    const json = encodeItem(item);
    const sent = JSON.parse(JSON.stringify(json)) as ItemJson;
    deepStrictEqual(sent, json);
    deepStrictEqual(decodeItem(sent), item);
  });
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
}
