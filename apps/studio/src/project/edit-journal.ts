import { joinDiffs } from "@rivulet/document";
import { type Diff, emptyDiff } from "@rivulet/model";
import type { DocumentHashes } from "./project-api.ts";
import { allUnsaved, type UnsavedEdits } from "./unsaved-edits.ts";

/** Where edits are kept until the server has them, so that a crash of the browser loses nothing. */
export interface EditJournal {
  /** Keeps what the server does not have yet; takes the place of what was kept before. */
  write: (unsaved: UnsavedEdits, hashes: DocumentHashes) => void;
  clear: () => void;
}

/** Edits of one window of the browser that the server did not have when they were written. */
export interface JournalEntry {
  /** The window. */
  readonly window: string;
  /** Which project they belong to. */
  readonly project: string;
  /** A save that was on its way; what an earlier Rivulet has kept does not tell. */
  readonly sent?: Diff;
  /** What was edited after it. */
  readonly diff: Diff;
  /** The hashes of the documents that the edits started from. */
  readonly hashes: DocumentHashes;
}

/** A place that outlives the page: IndexedDB in a browser. */
export interface JournalStorage {
  list: () => Promise<readonly JournalEntry[]>;
  put: (entry: JournalEntry) => Promise<void>;
  delete: (window: string) => Promise<void>;
}

/** Tells windows that are open from those that are gone, and lets only one at a time take over what they left. */
export interface WindowRegistry {
  /** The windows that are open now, this one included. */
  alive: () => Promise<ReadonlySet<string>>;
  exclusively: <Result>(action: () => Promise<Result>) => Promise<Result>;
}

/**
 * The journal of this window. Writes follow each other; when they come faster than the storage takes them, only the
 * latest is written. A storage that fails costs the safety net, never the edit: `onFailure` is told once.
 */
export class WindowJournal implements EditJournal {
  readonly #storage: JournalStorage;
  readonly #identity: Pick<JournalEntry, "window" | "project">;
  readonly #onFailure: (error: unknown) => void;
  #wanted: Omit<JournalEntry, "window" | "project"> | "nothing" | undefined;
  #isWriting = false;
  #hasFailed = false;

  constructor(
    storage: JournalStorage,
    identity: Pick<JournalEntry, "window" | "project">,
    onFailure: (error: unknown) => void,
  ) {
    this.#storage = storage;
    this.#identity = identity;
    this.#onFailure = onFailure;
  }

  write({ sent, since }: UnsavedEdits, hashes: DocumentHashes): void {
    this.#wanted = { sent, diff: since, hashes };
    void this.#work();
  }

  clear(): void {
    this.#wanted = "nothing";
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      while (this.#wanted !== undefined) {
        const wanted = this.#wanted;
        this.#wanted = undefined;
        if (wanted === "nothing") await this.#storage.delete(this.#identity.window);
        else await this.#storage.put({ ...this.#identity, ...wanted });
      }
    } catch (error) {
      if (!this.#hasFailed) this.#onFailure(error);
      this.#hasFailed = true;
    } finally {
      this.#isWriting = false;
    }
  }
}

/** Edits that windows left behind which are gone: closed or crashed before the server had them. */
export interface LostEdits {
  readonly unsaved: UnsavedEdits;
  /** The hashes of the documents that the edits started from. */
  readonly hashes: DocumentHashes;
}

/** The edits of all windows, one after the other. Only of a single one can be told which save was on its way. */
function joinEntries(entries: readonly JournalEntry[]): UnsavedEdits {
  const all = entries.map(({ sent = emptyDiff, diff }) => ({ sent, since: diff }));
  const [first] = all;
  if (first && all.length === 1) return first;
  return { sent: emptyDiff, since: all.map(allUnsaved).reduce(joinDiffs, emptyDiff) };
}

/**
 * Takes over what windows of this project left behind that are gone, and keeps it under this window, so that nothing
 * is lost when this one crashes too.
 */
export async function takeLostEdits(
  storage: JournalStorage,
  registry: WindowRegistry,
  { window, project }: Pick<JournalEntry, "window" | "project">,
): Promise<LostEdits | undefined> {
  return registry.exclusively(async () => {
    const alive = await registry.alive();
    const all = await storage.list();
    const left = all.filter((entry) => entry.project === project && !alive.has(entry.window));
    if (left.length === 0) return undefined;
    const unsaved = joinEntries(left);
    // The earliest window's hashes count: what changed since any of them has to be looked at.
    const hashes = Object.assign({}, ...left.map((entry) => entry.hashes).reverse()) as DocumentHashes;
    await storage.put({ window, project, sent: unsaved.sent, diff: unsaved.since, hashes });
    for (const entry of left) await storage.delete(entry.window);
    return { unsaved, hashes };
  });
}
