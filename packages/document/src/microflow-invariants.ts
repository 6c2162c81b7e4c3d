import type { ProjectRecord } from "@rivulet/model";
import type { Invariant } from "./document-store.ts";
import type { Transaction } from "./transaction.ts";

function goneIds(transaction: Transaction, touched: readonly string[]): Set<string> {
  return new Set(touched.filter((id) => !transaction.get(id)));
}

function dependsOn(record: ProjectRecord, gone: ReadonlySet<string>): boolean {
  switch (record.type) {
    case "sequenceFlow":
    case "annotationFlow":
      return gone.has(record.from) || gone.has(record.to) || gone.has(record.parent);
    case "placement":
      return gone.has(record.of) || gone.has(record.parent);
    case "project":
      return false;
    default:
      return gone.has(record.parent);
  }
}

/**
 * What cannot exist alone goes with what it belongs to: flows with their ends, the body with its loop, everything
 * in a document with the document, positions with what was placed.
 */
export const removeDependents: Invariant = (transaction, touched) => {
  const gone = goneIds(transaction, touched);
  if (gone.size === 0) return;
  for (const record of transaction.records()) if (dependsOn(record, gone)) transaction.remove(record.id);
};
