import { isSameJson } from "@rivulet/document";
import {
  applyDiff,
  type Diff,
  documentIdOf,
  type ProjectRecord,
  type ProjectRecords,
  reverseDiff,
} from "@rivulet/model";
import type { PresentDocuments } from "./project-api.ts";

/** Whose version of an element is kept. */
export type Side = "mine" | "theirs";

/** One record that two people changed differently; a side that removed it has none. */
export interface Conflict {
  readonly id: string;
  readonly base: ProjectRecord | undefined;
  readonly mine: ProjectRecord | undefined;
  readonly theirs: ProjectRecord | undefined;
}

/** Three states of a project: where both began, what was made of it here, and what somebody else made of it. */
export interface StaleComparison {
  readonly base: ProjectRecords;
  readonly mine: ProjectRecords;
  readonly theirs: ProjectRecords;
  /** What both changed, and not in the same way. The rest joins without a question. */
  readonly conflicts: readonly Conflict[];
}

/** Whether both sides changed a record, and not in the same way. */
function isConflict({ base, mine, theirs }: Omit<Conflict, "id">): boolean {
  return !isSameJson(base, mine) && !isSameJson(base, theirs) && !isSameJson(mine, theirs);
}

/** What a merge gives. */
export interface MergedRecords {
  readonly records: ProjectRecords;
  /** What could not be kept because what it belongs to is gone. */
  readonly dropped: readonly ProjectRecord[];
}

/** Their state: ours before the edits, with the documents as the server has them now. */
function theirRecords(base: ProjectRecords, present: PresentDocuments): ProjectRecords {
  const theirs = new Map<string, ProjectRecord>();
  for (const [id, record] of base) {
    const document = documentIdOf(record, base);
    if (document === undefined || !(document in present.hashes)) theirs.set(id, record);
  }
  for (const record of present.records) theirs.set(record.id, record);
  return theirs;
}

/**
 * Compares what was edited here with what somebody else saved meanwhile.
 *
 * @param mine the records as they are edited here
 * @param pending how they came from those that the server had
 */
export function compareStale(
  mine: ProjectRecords,
  pending: Diff,
  present: PresentDocuments,
): StaleComparison {
  const base = applyDiff(mine, reverseDiff(pending));
  const theirs = theirRecords(base, present);
  const changed = new Set(
    [pending.added, pending.updated, pending.removed].flatMap((part) => Object.keys(part)),
  );
  const conflicts: Conflict[] = [];
  for (const id of changed) {
    const sides = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    if (isConflict(sides)) conflicts.push({ id, ...sides });
  }
  return { base, mine: new Map(mine), theirs, conflicts };
}

/** Records that something depends on, by what it says. */
function needs(record: ProjectRecord): readonly string[] {
  switch (record.type) {
    case "project":
      return [];
    case "sequenceFlow":
    case "annotationFlow":
      return [record.parent, record.from, record.to];
    case "placement":
      return [record.parent, record.of];
    default:
      return [record.parent];
  }
}

/** Takes away, in place, what lost what it belongs to. */
function dropDangling(records: Map<string, ProjectRecord>): ProjectRecord[] {
  const dropped: ProjectRecord[] = [];
  for (let count = -1; count !== dropped.length; ) {
    count = dropped.length;
    for (const record of records.values()) {
      if (needs(record).every((id) => records.has(id))) continue;
      records.delete(record.id);
      dropped.push(record);
    }
  }
  return dropped;
}

/**
 * Joins both sides: what only one of them changed is taken, and for what both changed the choice decides.
 *
 * @param choose the side of a record that is in conflict
 */
export function mergeStale(
  { base, mine, theirs }: StaleComparison,
  choose: (id: string) => Side,
): MergedRecords {
  const records = new Map<string, ProjectRecord>();
  for (const id of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const sides = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const onlySide = isSameJson(sides.base, sides.mine) ? "theirs" : "mine";
    const record = sides[isConflict(sides) ? choose(id) : onlySide];
    if (record) records.set(id, record);
  }
  return { dropped: dropDangling(records), records };
}

/** Members in which two versions of a record differ, as paths with the two values. */
export function differingMembers(
  mine: ProjectRecord,
  theirs: ProjectRecord,
): readonly { readonly path: string; readonly mine: unknown; readonly theirs: unknown }[] {
  const left = flatMembers(mine);
  const right = flatMembers(theirs);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => !isSameJson(left.get(path), right.get(path)))
    .map((path) => ({ path, mine: left.get(path), theirs: right.get(path) }));
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function flatMembers(record: object, prefix = ""): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const path = prefix + key;
    if (isObject(value)) for (const [inner, item] of flatMembers(value, `${path}.`)) members.set(inner, item);
    else members.set(path, value);
  }
  return members;
}
