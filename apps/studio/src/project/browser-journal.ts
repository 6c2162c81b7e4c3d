import type { JournalEntry, JournalStorage, WindowRegistry } from "./edit-journal.ts";

const databaseName = "rivulet";
const storeName = "journal";

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(request.error ?? new Error("The browser's storage failed.")),
    );
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(storeName, { keyPath: "window" });
  });
  return settled(request);
}

/** The journal in the browser's IndexedDB. */
export class BrowserJournal implements JournalStorage {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Rejects where the browser keeps nothing: in some private windows. */
  static async open(): Promise<BrowserJournal> {
    return new BrowserJournal(await openDatabase());
  }

  list(): Promise<readonly JournalEntry[]> {
    return settled<JournalEntry[]>(this.#store("readonly").getAll());
  }

  async put(entry: JournalEntry): Promise<void> {
    await settled(this.#store("readwrite").put(entry));
  }

  async delete(window: string): Promise<void> {
    await settled(this.#store("readwrite").delete(window));
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(storeName, mode, { durability: "strict" }).objectStore(storeName);
  }
}

const lockPrefix = "rivulet-window:";

/**
 * Windows by the browser's own locks: a window holds one for as long as it lives, and a crash frees it. Pages that
 * are not from this machine or not over HTTPS have no locks; there, every other window counts as gone.
 */
export function browserWindows(window: string): WindowRegistry {
  const locks = "locks" in navigator ? navigator.locks : undefined;
  void locks?.request(lockPrefix + window, () => new Promise<never>(() => {}));
  return {
    alive: async () => {
      const { held = [] } = (await locks?.query()) ?? {};
      const windows = held.flatMap(({ name }) =>
        name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [],
      );
      return new Set([...windows, window]);
    },
    exclusively: (action) => (locks ? locks.request("rivulet-restore", action) : action()),
  };
}
