import { setTimeout as delay } from "node:timers/promises";
import type { RunRecord, RunStore, Runs, StoredRun } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";

/** How long a database may be away before runs are answered with a problem, in milliseconds. */
const patience = 30_000;
const pause = 250;

/** Runs that are written together. */
interface Batch {
  readonly runs: Map<string, StoredRun>;
  readonly written: Promise<void>;
}

/**
 * Writes every run down as it starts and as it ends. While one batch is written the next one gathers, so many runs at
 * once cost few commits; of a run that ends meanwhile only the end is written.
 */
export class RunRecorder {
  readonly #store: RunStore;
  readonly #fail: (error: unknown) => void;
  readonly #batches = new Map<string, Promise<void>>();
  #gathering: Batch | undefined;
  #last: Promise<void> = Promise.resolve();

  /** @param fail is told when a batch could not be written for too long */
  constructor(store: RunStore, runs: Runs, fail: (error: unknown) => void) {
    this.#store = store;
    this.#fail = fail;
    runs.watch(({ kind, run }) => {
      if (kind !== "logged") this.#add(storedRun(run));
    });
  }

  /** Resolves when what has happened to a run so far is written. Throws `run-not-written`. */
  async written(runId: string): Promise<void> {
    await this.#batches.get(runId);
  }

  /** Resolves when everything is written, or was tried for long enough. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #add(run: StoredRun): void {
    this.#gathering ??= this.#begin();
    const { runs, written } = this.#gathering;
    runs.set(run.id, run);
    this.#batches.set(run.id, written);
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

function storedRun({
  id,
  microflow,
  configuration,
  status,
  startedAt,
  endedAt,
  outcome,
  log,
}: RunRecord): StoredRun {
  const error = outcome !== null && outcome.status !== "completed" ? outcome.error.toJSON() : null;
  return { id, microflow, configuration, status, startedAt, endedAt, error, log: [...log] };
}
