import { type DocumentStore, joinDiffs } from "@rivulet/document";
import { type Diff, diffRecords, emptyDiff, isEmptyDiff, type ProjectRecords } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import { projectMessages } from "../messages/project-messages.ts";
import type { EditJournal } from "./edit-journal.ts";
import { compareStale, type StaleComparison, settledWithoutQuestion } from "./merge-stale.ts";
import {
  type DocumentHashes,
  type PresentDocuments,
  type ProjectApi,
  ServerRefused,
  ServerUnreachable,
} from "./project-api.ts";
import { isNothingUnsaved, nothingUnsaved, sentDocuments, type UnsavedEdits } from "./unsaved-edits.ts";

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
  readonly unsaved?: UnsavedEdits | undefined;
  /** Documents that somebody else changed since those edits were made. */
  readonly present?: PresentDocuments | undefined;
}

const quietTime = 400;
const retryTime = 2_000;

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
 * not acknowledged stays in the journal. A save whose answer never came is sent again as it was, before anything
 * newer: so at most one save is in doubt, and what the server has of it is known for our own.
 */
export class Autosave {
  readonly #store: DocumentStore;
  readonly #api: Pick<ProjectApi, "save">;
  readonly #journal: EditJournal;
  readonly #listeners = new Set<() => void>();
  #hashes: DocumentHashes;
  #unsaved: UnsavedEdits;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #state: SaveState = { kind: "saved" };

  constructor({ store, api, journal, hashes, unsaved = nothingUnsaved, present }: AutosaveParts) {
    this.#store = store;
    this.#api = api;
    this.#journal = journal;
    this.#hashes = hashes;
    this.#unsaved = unsaved;
    if (present) this.#state = { kind: "stale", present };
    else if (!isNothingUnsaved(unsaved)) {
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

  /** Saves now what is not saved yet, after the save that is on its way. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (isNothingUnsaved(this.#unsaved) || this.#state.kind === "stale") return;
    this.#saving = this.#saveNow().finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
  }

  /** Takes over the hashes of documents that somebody else changed and that are in the store now. */
  acceptHashes(hashes: PresentDocuments["hashes"]): void {
    this.#hashes = withHashes(this.#hashes, hashes);
  }

  /**
   * After both sides were joined: their hashes are ours now, and what is ours in the joined records is saved on top.
   *
   * @param hashes of their documents
   */
  resolveStale(
    hashes: PresentDocuments["hashes"],
    { mine, theirs }: StaleComparison,
    joined: ProjectRecords,
  ): void {
    this.acceptHashes(hashes);
    this.#unsaved = { sent: emptyDiff, since: diffRecords(theirs, joined) };
    this.#keep();
    this.#becomeUnsaved(0);
    this.#store.applyRemote(diffRecords(mine, joined));
  }

  /** The hashes of the documents as the server has them, as far as this window knows. */
  get hashes(): DocumentHashes {
    return this.#hashes;
  }

  /** What the server has not acknowledged yet. */
  get unsaved(): UnsavedEdits {
    return this.#unsaved;
  }

  async #saveNow(): Promise<void> {
    const { sent, since } = this.#unsaved;
    if (isEmptyDiff(sent)) this.#unsaved = { sent: since, since: emptyDiff };
    this.#become({ kind: "saving" });
    try {
      await this.#send();
    } catch (error) {
      if (error instanceof ServerUnreachable) {
        this.#become({ kind: "offline" });
        this.#later(retryTime);
      } else this.#refuse(sentenceOf(error));
    }
  }

  async #send(): Promise<void> {
    const documents = sentDocuments(this.#unsaved, this.#store.records);
    const expected = Object.fromEntries([...documents].map((id) => [id, this.#hashes[id] ?? null]));
    const result = await this.#api.save(this.#unsaved.sent, expected);
    switch (result.kind) {
      case "saved":
        this.#unsaved = { sent: emptyDiff, since: this.#unsaved.since };
        this.#hashes = withHashes(this.#hashes, result.hashes);
        this.#keep();
        this.#becomeUnsaved(quietTime);
        return;
      case "stale":
        this.#meetStale(result.present);
        return;
      case "refused":
        this.#refuse(result.message);
        return;
      default:
        return unreachable(result);
    }
  }

  /** What was sent is not on the server, and would not be taken the next time either: it is saved with what follows. */
  #refuse(message: string): void {
    const { sent, since } = this.#unsaved;
    this.#unsaved = { sent: emptyDiff, since: joinDiffs(sent, since) };
    this.#become({ kind: "refused", message });
  }

  /** The documents are others than we thought: through a save of ours whose answer was lost, or through somebody. */
  #meetStale(present: PresentDocuments): void {
    const comparison = compareStale(this.#store.records, this.#unsaved, present);
    const settled = settledWithoutQuestion(comparison);
    if (settled) this.resolveStale(present.hashes, comparison, settled);
    else this.#become({ kind: "stale", present });
  }

  #keep(): void {
    if (isNothingUnsaved(this.#unsaved)) this.#journal.clear();
    else this.#journal.write(this.#unsaved, this.#hashes);
  }

  #note(diff: Diff): void {
    const { sent, since } = this.#unsaved;
    this.#unsaved = { sent, since: joinDiffs(since, diff) };
    this.#keep();
    if (this.#state.kind !== "stale") this.#becomeUnsaved(quietTime);
  }

  /** Saved, or what is not saved will be in a while. */
  #becomeUnsaved(quiet: number): void {
    const isSaved = isNothingUnsaved(this.#unsaved);
    this.#become({ kind: isSaved ? "saved" : "unsaved" });
    if (!isSaved) this.#later(quiet);
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
