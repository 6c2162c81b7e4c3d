import { joinDiffs } from "@rivulet/document";
import { type Diff, emptyDiff } from "@rivulet/model";
import type { DocumentHashes } from "./project-api.ts";

/** Where edits are kept until the server has them, so that a crash of the browser loses nothing. */
export interface EditJournal {
  /** Keeps what the server does not have yet; takes the place of what was kept before. */
  write: (diff: Diff, hashes: DocumentHashes) => void;
  clear: () => void;
}

/** Edits of one window of the browser that the server did not have when they were written. */
export interface JournalEntry {
  /** The window. */
  readonly window: string;
  /** Which project they belong to. */
  readonly project: string;
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
  #wanted: Pick<JournalEntry, "diff" | "hashes"> | "nothing" | undefined;
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

  write(diff: Diff, hashes: DocumentHashes): void {
    this.#wanted = { diff, hashes };
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
  readonly diff: Diff;
  readonly hashes: DocumentHashes;
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
    const diff = left.map((entry) => entry.diff).reduce(joinDiffs, emptyDiff);
    // The earliest window's hashes count: what changed since any of them has to be looked at.
    const hashes = Object.assign({}, ...left.map((entry) => entry.hashes).reverse()) as DocumentHashes;
    await storage.put({ window, project, diff, hashes });
    for (const entry of left) await storage.delete(entry.window);
    return { diff, hashes };
  });
}
