import { applyDiff, diffRecords, documentIdOf, emptyDiff, type ProjectRecords } from "@rivulet/model";
import type { LostEdits } from "./edit-journal.ts";
import { compareStale, settledWithoutQuestion } from "./merge-stale.ts";
import type { DocumentHashes, PresentDocuments, ProjectSnapshot } from "./project-api.ts";
import { nothingUnsaved, type UnsavedEdits, unsavedDocuments } from "./unsaved-edits.ts";

/** What a session begins with. */
export interface RestoredProject {
  readonly records: ProjectRecords;
  /** The documents that the unsaved edits started from. */
  readonly hashes: DocumentHashes;
  readonly unsaved: UnsavedEdits;
  /** Documents that somebody else changed since those edits were made. */
  readonly present: PresentDocuments | undefined;
}

/** The documents of the server that are others than those which the lost edits started from. */
function changedSince(
  lost: LostEdits,
  snapshot: ProjectSnapshot,
  touched: Iterable<string>,
): PresentDocuments | undefined {
  const changed = [...touched].filter((id) => lost.hashes[id] !== snapshot.hashes[id]);
  if (changed.length === 0) return undefined;
  const saved: ProjectRecords = new Map(snapshot.records.map((record) => [record.id, record]));
  return {
    hashes: Object.fromEntries(changed.map((id) => [id, snapshot.hashes[id] ?? null])),
    records: snapshot.records.filter((record) => changed.includes(documentIdOf(record, saved) ?? "")),
  };
}

/** The hashes of the server, but of the changed documents those that the lost edits started from. */
function hashesBefore(
  lost: LostEdits,
  snapshot: ProjectSnapshot,
  { hashes }: PresentDocuments,
): DocumentHashes {
  const known = Object.keys(hashes).flatMap((id) => {
    const hash = lost.hashes[id];
    return hash === undefined ? [] : [[id, hash] as const];
  });
  const others = Object.entries(snapshot.hashes).filter(([id]) => !(id in hashes));
  return Object.fromEntries([...others, ...known]);
}

/**
 * The project with what an earlier window could not save on top. Where the server has it already, because only the
 * answer was lost, there is nothing to save and nobody to ask.
 */
export function restoreEdits(snapshot: ProjectSnapshot, lost: LostEdits | undefined): RestoredProject {
  const saved: ProjectRecords = new Map(snapshot.records.map((record) => [record.id, record]));
  const { hashes } = snapshot;
  if (!lost) return { records: saved, hashes, unsaved: nothingUnsaved, present: undefined };
  const { unsaved } = lost;
  const records = applyDiff(applyDiff(saved, unsaved.sent), unsaved.since);
  const present = changedSince(lost, snapshot, unsavedDocuments(unsaved, records));
  if (!present) return { records, hashes, unsaved, present };
  const settled = settledWithoutQuestion(compareStale(records, unsaved, present));
  if (!settled) return { records, hashes: hashesBefore(lost, snapshot, present), unsaved, present };
  const rest: UnsavedEdits = { sent: emptyDiff, since: diffRecords(saved, settled) };
  return { records: settled, hashes, unsaved: rest, present: undefined };
}
