import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDiff, diffRecords, emptyDiff, isEmptyDiff, reverseDiff } from "./diff.ts";
import { arbitraryChange, arbitraryProject } from "./records/arbitrary-project.test-support.ts";

describe("a diff", () => {
  it("turns the records before into the records after, and its reverse turns them back", () => {
    fc.assert(
      fc.property(arbitraryChange, ([before, after]) => {
        const diff = diffRecords(before, after);
        expect(applyDiff(before, diff)).toEqual(after);
        expect(applyDiff(after, reverseDiff(diff))).toEqual(before);
        expect(reverseDiff(reverseDiff(diff))).toEqual(diff);
      }),
    );
  });

  it("names only what has changed: each record once, with what was there", () => {
    fc.assert(
      fc.property(arbitraryChange, ([before, after]) => {
        const { added, updated, removed } = diffRecords(before, after);
        const ids = [added, updated, removed].flatMap((part) => Object.keys(part));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => before.get(id) === after.get(id))).toEqual([]);
        for (const [id, [old]] of Object.entries(updated)) expect(old).toBe(before.get(id));
        for (const [id, old] of Object.entries(removed)) expect(old).toBe(before.get(id));
      }),
    );
  });

  it("of the same records is empty and changes nothing", () => {
    fc.assert(
      fc.property(arbitraryProject, (records) => {
        expect(isEmptyDiff(diffRecords(records, new Map(records)))).toBe(true);
        expect(applyDiff(records, emptyDiff)).toEqual(records);
      }),
    );
  });

  it("leaves the records that it is applied to as they are", () => {
    fc.assert(
      fc.property(arbitraryChange, ([before, after]) => {
        const copy = new Map(before);
        applyDiff(before, diffRecords(before, after));
        expect(before).toEqual(copy);
      }),
    );
  });
});
