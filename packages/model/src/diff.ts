import type { ProjectRecord, ProjectRecords } from "./records/records.ts";

/**
 * A change of a set of records. It can be turned round, so it serves undo, saving and merging alike.
 * `updated` holds the record before and after.
 */
export interface Diff {
  readonly added: Readonly<Record<string, ProjectRecord>>;
  readonly updated: Readonly<Record<string, readonly [before: ProjectRecord, after: ProjectRecord]>>;
  readonly removed: Readonly<Record<string, ProjectRecord>>;
}

/** A change of nothing. */
export const emptyDiff: Diff = { added: {}, updated: {}, removed: {} };

/** Whether a diff changes nothing. */
export function isEmptyDiff(diff: Diff): boolean {
  return [diff.added, diff.updated, diff.removed].every((part) => Object.keys(part).length === 0);
}

/** The diff that takes `diff` back. */
export function reverseDiff(diff: Diff): Diff {
  const updated = Object.entries(diff.updated).map(([id, [before, after]]) => [id, [after, before]] as const);
  return { added: diff.removed, updated: Object.fromEntries(updated), removed: diff.added };
}

/** What turns `before` into `after`. Records are compared by identity. */
export function diffRecords(before: ProjectRecords, after: ProjectRecords): Diff {
  const added: Record<string, ProjectRecord> = {};
  const updated: Record<string, readonly [ProjectRecord, ProjectRecord]> = {};
  const removed: Record<string, ProjectRecord> = {};
  for (const [id, record] of after) {
    const old = before.get(id);
    if (!old) added[id] = record;
    else if (old !== record) updated[id] = [old, record];
  }
  for (const [id, record] of before) if (!after.has(id)) removed[id] = record;
  return { added, updated, removed };
}

/**
 * The records after a change. Records that the diff does not name are taken over as they are.
 *
 * @example applyDiff(records, reverseDiff(diff)) // as before
 */
export function applyDiff(records: ProjectRecords, diff: Diff): ProjectRecords {
  const result = new Map(records);
  for (const id of Object.keys(diff.removed)) result.delete(id);
  for (const [id, [, after]] of Object.entries(diff.updated)) result.set(id, after);
  for (const [id, record] of Object.entries(diff.added)) result.set(id, record);
  return result;
}
