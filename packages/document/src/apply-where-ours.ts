import type { Diff, ProjectRecord } from "@rivulet/model";
import { isSameJson } from "./record-equality.ts";
import type { Transaction } from "./transaction.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * Moves the members that changed from `before` to `after`, and only where the present value is still `before`'s:
 * somebody else's later edit of another member, or of the same one, is kept.
 */
function mergeMembers(present: Members, before: Members, after: Members): Members {
  const merged: Record<string, unknown> = { ...present };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSameJson(before[key], after[key]) || !isSameJson(present[key], before[key])) continue;
    if (after[key] === undefined) delete merged[key];
    else merged[key] = after[key];
  }
  return merged;
}

/** Applies a diff to records that may have moved on since it was made. */
export function applyWhereOurs(transaction: Transaction, diff: Diff): void {
  for (const id of Object.keys(diff.removed)) transaction.remove(id);
  for (const [id, record] of Object.entries(diff.added)) if (!transaction.get(id)) transaction.add(record);
  for (const [id, [before, after]] of Object.entries(diff.updated)) {
    const present = transaction.get(id);
    if (!present) continue;
    if (present === before) transaction.put(after);
    else {
      const merged = mergeMembers(present, before, after);
      transaction.put(merged as unknown as ProjectRecord);
    }
  }
}
