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
import { allUnsaved, type UnsavedEdits } from "./unsaved-edits.ts";

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

/** Ids of the records that a diff touches. */
function touchedRecords({ added, updated, removed }: Diff): readonly string[] {
  return [added, updated, removed].flatMap((part) => Object.keys(part));
}

/**
 * Where both sides really began: where the server has what we sent, its answer was lost and the edit is no one
 * else's, so that both began after it.
 */
function commonBase(base: ProjectRecords, theirs: ProjectRecords, sent: Diff): ProjectRecords {
  const result = new Map(base);
  for (const id of touchedRecords(sent)) {
    const arrived = sent.added[id] ?? sent.updated[id]?.[1];
    if (!isSameJson(arrived, theirs.get(id))) continue;
    if (arrived) result.set(id, arrived);
    else result.delete(id);
  }
  return result;
}

/**
 * Compares what was edited here with what the server has meanwhile.
 *
 * @param mine the records as they are edited here
 * @param unsaved how they came from those that the server had
 */
export function compareStale(
  mine: ProjectRecords,
  unsaved: UnsavedEdits,
  present: PresentDocuments,
): StaleComparison {
  const before = applyDiff(mine, reverseDiff(allUnsaved(unsaved)));
  const theirs = theirRecords(before, present);
  const base = commonBase(before, theirs, unsaved.sent);
  const changed = new Set([...touchedRecords(unsaved.sent), ...touchedRecords(unsaved.since)]);
  const conflicts: Conflict[] = [];
  for (const id of changed) {
    const sides = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    if (isConflict(sides)) conflicts.push({ id, ...sides });
  }
  return { base, mine: new Map(mine), theirs, conflicts };
}

/** Whether a side changed nothing, or only what the other side changed in the same way. */
function addsNothing(side: Side, { base, mine, theirs }: StaleComparison): boolean {
  const present = side === "mine" ? mine : theirs;
  const ids = new Set([...base.keys(), ...mine.keys(), ...theirs.keys()]);
  return ids
    .values()
    .every((id) => isSameJson(base.get(id), present.get(id)) || isSameJson(mine.get(id), theirs.get(id)));
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

/** What only one side changed, and for what both changed the side that is chosen; together they may be incomplete. */
function takeSides(
  { base, mine, theirs }: StaleComparison,
  choose: (id: string) => Side,
): Map<string, ProjectRecord> {
  const records = new Map<string, ProjectRecord>();
  for (const id of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const sides = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const isTheirs = isSameJson(sides.base, sides.mine) || isSameJson(sides.mine, sides.theirs);
    const record = sides[isConflict(sides) ? choose(id) : isTheirs ? "theirs" : "mine"];
    if (record) records.set(id, record);
  }
  return records;
}

/**
 * Joins both sides: what only one of them changed is taken, and for what both changed the choice decides.
 *
 * @param choose the side of a record that is in conflict
 */
export function mergeStale(comparison: StaleComparison, choose: (id: string) => Side): MergedRecords {
  const records = takeSides(comparison, choose);
  return { dropped: dropDangling(records), records };
}

/**
 * What both sides come to where only one of them has changed anything, so that there is nothing to ask: all that
 * the server has is our own, or it has all of ours already. `undefined` when both sides have something of their own.
 */
export function settledWithoutQuestion(comparison: StaleComparison): ProjectRecords | undefined {
  const isOneSided = addsNothing("theirs", comparison) || addsNothing("mine", comparison);
  return isOneSided ? takeSides(comparison, () => "mine") : undefined;
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
