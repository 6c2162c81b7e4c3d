import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";

/** A look at the files is worth its time again after so long, even when nothing was heard of a change. */
const maximumSilence = 1_000;

/**
 * Says whether files may have changed since they were last read. The system tells us of changes in their folders; where it
 * cannot (network file systems), the answer turns to yes after a second.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #onChange: () => void;
  #watchers = new Map<string, FSWatcher>();
  #isReliable = true;
  #mayHaveChanged = true;
  #lookedAt = 0;

  /** @param onChange called whenever the system tells of a change, often several times for one */
  constructor(root: string, onChange: () => void = () => {}) {
    this.#root = root;
    this.#onChange = onChange;
  }

  /**
   * Whether the files may differ from what was read. Word of a change that was made before a request arrived is on its
   * way already: one turn of the event loop brings it in.
   */
  async mayHaveChanged(): Promise<boolean> {
    await nextTurn();
    return this.mayDiffer;
  }

  /** The same by what was heard so far, for whoever knows that such a turn is behind him. */
  get mayDiffer(): boolean {
    return this.#mayHaveChanged || !this.#isReliable || Date.now() - this.#lookedAt > maximumSilence;
  }

  /** The files are about to be read: whatever happens from now on counts as a change. */
  begin(): void {
    this.#mayHaveChanged = false;
    this.#lookedAt = Date.now();
  }

  /** Listens to exactly these folders, which are named as seen from the root. */
  follow(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) if (!folders.has(folder)) this.#drop(folder, watcher);
    this.#isReliable = true;
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#add(folder);
  }

  close(): void {
    for (const [folder, watcher] of this.#watchers) this.#drop(folder, watcher);
  }

  #add(folder: string): void {
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false }, () => this.#heard());
      watcher.on("error", () => {
        this.#drop(folder, watcher);
        this.#isReliable = false;
      });
      this.#watchers.set(folder, watcher);
      // What happened in it before we listened was not told to us.
      this.#heard();
    } catch {
      this.#isReliable = false;
    }
  }

  #drop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }

  #heard(): void {
    this.#mayHaveChanged = true;
    this.#onChange();
  }
}
