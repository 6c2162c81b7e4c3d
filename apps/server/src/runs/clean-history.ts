import { setTimeout as delay } from "node:timers/promises";
import type { HistoryLimits, RunStore } from "@rivulet/runtime";

const dayMilliseconds = 86_400_000;
/** Between two cleanings of a server that does nothing. */
const longestPause = 60 * 60_000;
/** So many runs later the history is cleaned again. */
const runsBetween = 1_000;
/** Between two small batches, so that runs are not kept waiting. */
const breath = 20;

/** What the cleaning of the history needs. */
export interface HistoryCleanerParts {
  readonly store: RunStore;
  readonly limits: HistoryLimits;
  readonly log: {
    readonly info: (facts: object, message: string) => void;
    readonly error: (error: unknown, message: string) => void;
  };
}

/** Deletes old runs, now and then and a few at a time. */
export class HistoryCleaner {
  readonly #parts: HistoryCleanerParts;
  readonly #timer: NodeJS.Timeout;
  readonly #stop = new AbortController();
  #ended = 0;
  #cleaning: Promise<void> | undefined;

  constructor(parts: HistoryCleanerParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#begin(), longestPause).unref();
    this.#begin();
  }

  /** Notes that one more run has ended. */
  ended(): void {
    this.#ended += 1;
    if (this.#ended % runsBetween === 0) this.#begin();
  }

  /** Resolves when nothing is deleted any more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#cleaning;
  }

  #begin(): void {
    this.#cleaning ??= this.#clean()
      .catch((error: unknown) => this.#parts.log.error(error, "old runs could not be deleted"))
      .finally(() => (this.#cleaning = undefined));
  }

  async #clean(): Promise<void> {
    const { store, limits, log } = this.#parts;
    const { runs } = limits;
    let total = 0;
    while (!this.#stop.signal.aborted) {
      const since = Date.now() - limits.days * dayMilliseconds;
      const deleted = await store.clean({ since, runs, bytes: limits.megabytes * 1_000_000 });
      if (deleted === 0) break;
      total += deleted;
      await delay(breath);
    }
    if (total > 0) log.info({ runs: total }, "old runs were deleted from the history");
  }
}
