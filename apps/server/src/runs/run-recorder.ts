import { setTimeout as delay } from "node:timers/promises";
import { type RunEvent, type RunStore, type Runs, type StoredRun, storedRun } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";

/** How long a database may be away before runs are answered with a problem, in milliseconds. */
const patience = 30_000;
const pause = 250;

/** A run that is shorter than so many milliseconds is written once, with its end. */
const shortRun = 10;

/** Runs that are written together. */
interface Batch {
  readonly runs: Map<string, StoredRun>;
  readonly written: Promise<void>;
}

/**
 * Writes every run down with its end, and those that last before, when they have begun. While one batch is written the
 * next one gathers, so many runs at once cost few commits; of a run that ends meanwhile only the end is written.
 */
export class RunRecorder {
  readonly #store: RunStore;
  readonly #fail: (error: unknown) => void;
  readonly #batches = new Map<string, Promise<void>>();
  /** Runs that have just begun and are not written yet. */
  readonly #beginning = new Map<string, RunEvent>();
  #timer: NodeJS.Timeout | undefined;
  #gathering: Batch | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param fail is told when a batch could not be written for too long */
  constructor(store: RunStore, runs: Runs, fail: (error: unknown) => void) {
    this.#store = store;
    this.#fail = fail;
    runs.watch((event) => {
      if (event.kind === "started") this.#begun(event);
      if (event.kind === "ended") this.#ended(event);
    });
  }

  /** Resolves when what has happened to a run so far is written. Throws `run-not-written`. */
  async written(runId: string): Promise<void> {
    const beginning = this.#beginning.get(runId);
    if (beginning) this.#add(beginning);
    await this.#batches.get(runId);
  }

  /** Resolves when everything is written, or was tried for long enough. */
  async settled(): Promise<void> {
    this.#addBeginning();
    await this.#last;
  }

  #begun(event: RunEvent): void {
    this.#beginning.set(event.run.id, event);
    this.#timer ??= setTimeout(() => this.#addBeginning(), shortRun).unref();
  }

  #ended(event: RunEvent): void {
    this.#add(event);
    if (this.#beginning.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #addBeginning(): void {
    this.#timer = undefined;
    for (const event of this.#beginning.values()) this.#add(event);
  }

  #add(event: RunEvent): void {
    const { id } = event.run;
    this.#beginning.delete(id);
    this.#gathering ??= this.#begin();
    const { runs, written } = this.#gathering;
    runs.set(id, storedRun(event));
    this.#batches.set(id, written);
  }

  #begin(): Batch {
    const runs = new Map<string, StoredRun>();
    const written = this.#last.then(() => this.#write(runs));
    const forget = () => {
      for (const id of runs.keys()) if (this.#batches.get(id) === written) this.#batches.delete(id);
    };
    this.#last = written.then(forget, forget);
    return { runs, written };
  }

  async #write(runs: ReadonlyMap<string, StoredRun>): Promise<void> {
    this.#gathering = undefined;
    const deadline = Date.now() + patience;
    for (;;) {
      try {
        return await this.#store.save([...runs.values()]);
      } catch (error) {
        if (Date.now() > deadline) {
          this.#fail(error);
          const detail = "The run could not be written down: the database does not answer.";
          throw new HttpProblem("run-not-written", detail);
        }
        await delay(pause);
      }
    }
  }
}
