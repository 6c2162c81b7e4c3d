import { type DocumentStore, joinDiffs } from "@rivulet/document";
import { type Diff, documentIdOf, emptyDiff, isEmptyDiff, type ProjectRecords } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import { projectMessages } from "../messages/project-messages.ts";
import type { EditJournal } from "./edit-journal.ts";
import {
  type DocumentHashes,
  type PresentDocuments,
  type ProjectApi,
  ServerRefused,
  ServerUnreachable,
} from "./project-api.ts";

/** What the top bar shows about saving. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  /** The server is away; edits are kept here and saved when it is back. */
  | { readonly kind: "offline" }
  /** Somebody else changed the same documents: `present` is theirs. */
  | { readonly kind: "stale"; readonly present: PresentDocuments }
  | { readonly kind: "refused"; readonly message: string };

/** What saving begins with. */
export interface AutosaveParts {
  readonly store: DocumentStore;
  readonly api: Pick<ProjectApi, "save">;
  readonly journal: EditJournal;
  /** Hashes of the documents as they were loaded. */
  readonly hashes: DocumentHashes;
  /** Edits that are in the store already, but not on the server: restored after a crash. */
  readonly pending?: Diff;
  /** Documents that somebody else changed since those edits were made. */
  readonly present?: PresentDocuments | undefined;
}

const quietTime = 400;
const retryTime = 2_000;

/** Ids of the documents that a diff touches, before and after it. */
export function touchedDocuments(diff: Diff, records: ProjectRecords): Set<string> {
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

/** The hashes after some of them changed; a document that is gone has none. */
function withHashes(present: DocumentHashes, changed: PresentDocuments["hashes"]): DocumentHashes {
  const all = Object.entries({ ...present, ...changed });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function sentenceOf(error: unknown): string {
  if (error instanceof ServerRefused) return error.message;
  return projectMessages.savingFailed(error instanceof Error ? error.message : String(error));
}

/**
 * Saves what is edited, a moment after it was edited, one save at a time. Nothing is given up: what the server has
 * not acknowledged stays in the journal.
 */
export class Autosave {
  readonly #store: DocumentStore;
  readonly #api: Pick<ProjectApi, "save">;
  readonly #journal: EditJournal;
  readonly #listeners = new Set<() => void>();
  #hashes: DocumentHashes;
  /** What was edited since the last save was sent. */
  #pending: Diff;
  /** What is on its way to the server. */
  #sending: Diff = emptyDiff;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #state: SaveState = { kind: "saved" };

  constructor({ store, api, journal, hashes, pending = emptyDiff, present }: AutosaveParts) {
    this.#store = store;
    this.#api = api;
    this.#journal = journal;
    this.#hashes = hashes;
    this.#pending = pending;
    if (present) this.#state = { kind: "stale", present };
    else if (!isEmptyDiff(pending)) {
      this.#state = { kind: "unsaved" };
      this.#later(0);
    }
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
    this.#sending = this.#pending;
    this.#pending = emptyDiff;
    this.#isSaving = true;
    this.#become({ kind: "saving" });
    try {
      await this.#save(this.#sending);
    } catch (error) {
      this.#takeBack();
      if (error instanceof ServerUnreachable) {
        this.#become({ kind: "offline" });
        this.#later(retryTime);
      } else this.#become({ kind: "refused", message: sentenceOf(error) });
    } finally {
      this.#isSaving = false;
    }
  }

  /** Takes over the hashes of documents that somebody else changed and that are in the store now. */
  acceptHashes(hashes: PresentDocuments["hashes"]): void {
    this.#hashes = withHashes(this.#hashes, hashes);
  }

  /** After the conflict was settled: their hashes are ours now, and what is pending is saved on top. */
  resolveStale(hashes: PresentDocuments["hashes"], pending: Diff): void {
    this.acceptHashes(hashes);
    this.#pending = pending;
    this.#keep();
    this.#become(isEmptyDiff(pending) ? { kind: "saved" } : { kind: "unsaved" });
    if (!isEmptyDiff(pending)) this.#later(0);
  }

  /** The hashes of the documents as the server has them, as far as this window knows. */
  get hashes(): DocumentHashes {
    return this.#hashes;
  }

  /** What the server has not acknowledged yet. */
  get pending(): Diff {
    return joinDiffs(this.#sending, this.#pending);
  }

  async #save(diff: Diff): Promise<void> {
    const documents = touchedDocuments(diff, this.#store.records);
    const expected = Object.fromEntries([...documents].map((id) => [id, this.#hashes[id] ?? null]));
    const result = await this.#api.save(diff, expected);
    switch (result.kind) {
      case "saved":
        this.#sending = emptyDiff;
        this.#hashes = withHashes(this.#hashes, result.hashes);
        this.#keep();
        this.#become(isEmptyDiff(this.#pending) ? { kind: "saved" } : { kind: "unsaved" });
        if (!isEmptyDiff(this.#pending)) this.#later(quietTime);
        return;
      case "stale":
        this.#takeBack();
        this.#become({ kind: "stale", present: result.present });
        return;
      case "refused":
        this.#takeBack();
        this.#become({ kind: "refused", message: result.message });
        return;
      default:
        return unreachable(result);
    }
  }

  /** What was on its way did not arrive: it is pending again. */
  #takeBack(): void {
    this.#pending = joinDiffs(this.#sending, this.#pending);
    this.#sending = emptyDiff;
  }

  #keep(): void {
    const { pending } = this;
    if (isEmptyDiff(pending)) this.#journal.clear();
    else this.#journal.write(pending, this.#hashes);
  }

  #note(diff: Diff): void {
    this.#pending = joinDiffs(this.#pending, diff);
    this.#keep();
    if (this.#state.kind === "stale") return;
    this.#become(isEmptyDiff(this.pending) ? { kind: "saved" } : { kind: "unsaved" });
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
