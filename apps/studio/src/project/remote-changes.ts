import { type DocumentStore, isSameJson } from "@rivulet/document";
import {
  type Diff,
  documentIdOf,
  isEmptyDiff,
  type ProjectRecord,
  type ProjectRecords,
} from "@rivulet/model";
import type { ApplicationState } from "@rivulet/runtime/wire";
import type { Autosave } from "./autosave.ts";
import type { DocumentHashes, LoadedDocument, ProjectApi } from "./project-api.ts";
import { unsavedDocuments } from "./unsaved-edits.ts";

/** What turns the records that we have of a document into those that the server has. */
function diffOfDocument(ours: ProjectRecords, document: string, present: LoadedDocument | undefined): Diff {
  const added: Record<string, ProjectRecord> = {};
  const updated: Record<string, readonly [ProjectRecord, ProjectRecord]> = {};
  const removed: Record<string, ProjectRecord> = {};
  const theirs = new Map((present?.records ?? []).map((record) => [record.id, record]));
  for (const [id, record] of ours) {
    if (documentIdOf(record, ours) === document && !theirs.has(id)) removed[id] = record;
  }
  for (const [id, record] of theirs) {
    const before = ours.get(id);
    if (!before) added[id] = record;
    else if (!isSameJson(before, record)) updated[id] = [before, record];
  }
  return { added, updated, removed };
}

/** What remote changes work on. */
export interface RemoteChangesParts {
  readonly store: DocumentStore;
  readonly autosave: Autosave;
  readonly api: Pick<ProjectApi, "loadDocument" | "follow">;
  /** Told after documents were taken over, with their ids. */
  readonly onTaken?: (documents: readonly string[]) => void;
  /** Told when the application is started, used or stopped. */
  readonly onApplication?: (state: ApplicationState) => void;
}

/**
 * Takes over what others change: another window, a program that writes the files, Git. A document that is being
 * edited here is left alone; saving it then finds out, and the person decides.
 */
export class RemoteChanges {
  readonly #parts: RemoteChangesParts;
  #wanted: DocumentHashes | undefined;
  #isWorking = false;

  constructor(parts: RemoteChangesParts) {
    this.#parts = parts;
  }

  /** Begins to listen; returns what ends it. */
  start(): () => void {
    const { api, onApplication } = this.#parts;
    return api.follow((hashes) => void this.take(hashes), onApplication ?? (() => {}));
  }

  /** Takes over the documents that have another hash than the one known here. */
  async take(hashes: DocumentHashes): Promise<void> {
    this.#wanted = hashes;
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (this.#wanted) {
        const wanted = this.#wanted;
        this.#wanted = undefined;
        await this.#takeAll(wanted);
      }
    } finally {
      this.#isWorking = false;
    }
  }

  async #takeAll(hashes: DocumentHashes): Promise<void> {
    const { autosave, onTaken } = this.#parts;
    const known = autosave.hashes;
    const ids = new Set([...Object.keys(known), ...Object.keys(hashes)]);
    const taken: string[] = [];
    for (const id of ids) {
      if (known[id] === hashes[id] || this.#isEdited(id)) continue;
      if (await this.#takeDocument(id)) taken.push(id);
    }
    if (taken.length > 0) onTaken?.(taken);
  }

  /** Tells whether something is different now. */
  async #takeDocument(id: string): Promise<boolean> {
    const { store, autosave, api } = this.#parts;
    const present = await api.loadDocument(id).catch(() => "unknown" as const);
    // Somebody may have begun to edit it here meanwhile.
    if (present === "unknown" || this.#isEdited(id)) return false;
    const diff = diffOfDocument(store.records, id, present);
    autosave.acceptHashes({ [id]: present?.hash ?? null });
    store.applyRemote(diff);
    return !isEmptyDiff(diff);
  }

  #isEdited(id: string): boolean {
    const { store, autosave } = this.#parts;
    return autosave.state.kind === "stale" || unsavedDocuments(autosave.unsaved, store.records).has(id);
  }
}
