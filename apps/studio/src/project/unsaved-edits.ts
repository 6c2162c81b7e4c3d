import { joinDiffs } from "@rivulet/document";
import {
  applyDiff,
  type Diff,
  documentIdOf,
  emptyDiff,
  isEmptyDiff,
  type ProjectRecords,
  reverseDiff,
} from "@rivulet/model";

/** Edits that the server has not acknowledged, in the order in which they were made. */
export interface UnsavedEdits {
  /** The save that is on its way, or whose answer never came: the server may have it or not. */
  readonly sent: Diff;
  /** What was edited after it. */
  readonly since: Diff;
}

/** Everything is on the server. */
export const nothingUnsaved: UnsavedEdits = { sent: emptyDiff, since: emptyDiff };

/** Whether there is nothing to save: also an edit and its undo are something while the server may have the edit. */
export function isNothingUnsaved({ sent, since }: UnsavedEdits): boolean {
  return isEmptyDiff(sent) && isEmptyDiff(since);
}

/** Both as one diff. */
export function allUnsaved({ sent, since }: UnsavedEdits): Diff {
  return joinDiffs(sent, since);
}

/** Ids of the documents that a diff touches, before and after it. @param records as they are after it */
function touchedDocuments(diff: Diff, records: ProjectRecords): Set<string> {
  const whole = new Map(records);
  for (const [id, record] of Object.entries(diff.removed)) whole.set(id, record);
  const touched = [
    ...Object.values(diff.added),
    ...Object.values(diff.removed),
    ...Object.values(diff.updated).flat(),
  ];
  const ids = touched.map((record) => documentIdOf(record, whole)).filter((id) => id !== undefined);
  return new Set(ids);
}

/** Documents that the save on its way touches, as they were when it was sent. @param records as they are now */
export function sentDocuments({ sent, since }: UnsavedEdits, records: ProjectRecords): Set<string> {
  return touchedDocuments(sent, isEmptyDiff(since) ? records : applyDiff(records, reverseDiff(since)));
}

/** Documents with anything unsaved in them. @param records as they are now */
export function unsavedDocuments(unsaved: UnsavedEdits, records: ProjectRecords): Set<string> {
  return new Set([...sentDocuments(unsaved, records), ...touchedDocuments(unsaved.since, records)]);
}
