import { type DocumentStore, joinDiffs } from "@rivulet/document";
import { type Diff, documentIdOf, emptyDiff, isEmptyDiff, type ProjectRecords } from "@rivulet/model";
import { type ProjectApi, type ProjectSnapshot, ServerUnreachable } from "./project-api.ts";

/** What the top bar shows about saving. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" | "saving" }
  /** The server is away; edits are kept here and saved when it is back. */
  | { readonly kind: "offline" }
  /** Somebody else changed the same documents: `present` is theirs. */
  | { readonly kind: "stale"; readonly present: ProjectSnapshot }
  | { readonly kind: "refused"; readonly message: string };

/** Where edits are kept until the server has them, so that a crash of the browser loses nothing. */
export interface EditJournal {
  write: (diff: Diff, hashes: Readonly<Record<string, string>>) => void;
  clear: () => void;
}

const quietTime = 400;
const retryTime = 2_000;

/** Ids of the documents that a diff touches, before and after it. */
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

/**
 * Saves what is edited, a moment after it was edited, one save at a time. Nothing is given up: what the server has
 * not acknowledged stays in the journal.
 */
export class Autosave {
  readonly #store: DocumentStore;
  readonly #api: ProjectApi;
  readonly #journal: EditJournal;
  readonly #listeners = new Set<() => void>();
  #hashes: Readonly<Record<string, string>>;
  #pending: Diff = emptyDiff;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #state: SaveState = { kind: "saved" };

  constructor(parts: {
    store: DocumentStore;
    api: ProjectApi;
    journal: EditJournal;
    hashes: ProjectSnapshot["hashes"];
  }) {
    this.#store = parts.store;
    this.#api = parts.api;
    this.#journal = parts.journal;
    this.#hashes = parts.hashes;
    this.#store.subscribe(({ diff, source }) => {
      if (source !== "remote") this.#note(diff);
    });
  }

  get state(): SaveState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Saves now what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isSaving || isEmptyDiff(this.#pending) || this.#state.kind === "stale") return;
    const diff = this.#pending;
    this.#pending = emptyDiff;
    this.#isSaving = true;
    this.#become({ kind: "saving" });
    try {
      await this.#save(diff);
    } catch (error) {
      this.#pending = joinDiffs(diff, this.#pending);
      if (!(error instanceof ServerUnreachable)) throw error;
      this.#become({ kind: "offline" });
      this.#later(retryTime);
    } finally {
      this.#isSaving = false;
      if (this.#state.kind === "saved" && !isEmptyDiff(this.#pending)) this.#later(quietTime);
    }
  }

  /** After the conflict was settled: the server's hashes are ours now, and what is pending is saved on top. */
  resolveStale(hashes: Readonly<Record<string, string>>, pending: Diff): void {
    this.#hashes = hashes;
    this.#pending = pending;
    this.#become(isEmptyDiff(pending) ? { kind: "saved" } : { kind: "unsaved" });
    if (isEmptyDiff(pending)) this.#journal.clear();
    else this.#later(0);
  }

  /** What the server does not have yet. */
  get pending(): Diff {
    return this.#pending;
  }

  async #save(diff: Diff): Promise<void> {
    const documents = touchedDocuments(diff, this.#store.records);
    const expected = Object.fromEntries([...documents].map((id) => [id, this.#hashes[id] ?? null]));
    const result = await this.#api.save(diff, expected);
    switch (result.kind) {
      case "saved":
        this.#hashes = result.hashes;
        if (isEmptyDiff(this.#pending)) this.#journal.clear();
        this.#become(isEmptyDiff(this.#pending) ? { kind: "saved" } : { kind: "unsaved" });
        if (!isEmptyDiff(this.#pending)) this.#later(quietTime);
        return;
      case "stale":
        this.#pending = joinDiffs(diff, this.#pending);
        this.#become({ kind: "stale", present: result.present });
        return;
      case "refused":
        this.#pending = joinDiffs(diff, this.#pending);
        this.#become({ kind: "refused", message: result.message });
        return;
    }
  }

  #note(diff: Diff): void {
    this.#pending = joinDiffs(this.#pending, diff);
    this.#journal.write(this.#pending, this.#hashes);
    if (this.#state.kind === "stale") return;
    this.#become(isEmptyDiff(this.#pending) ? { kind: "saved" } : { kind: "unsaved" });
    this.#later(quietTime);
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #become(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
