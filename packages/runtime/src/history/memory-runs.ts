import type { RunFilter, RunRetention, RunStore, StoredRun, StoredRunSummary } from "../ports/run-store.ts";
import { sizeOf } from "./bounded-json.ts";

/** How many runs are kept in memory, and how many characters of them. */
export const memoryRetention = { runs: 1_000, bytes: 32_000_000 } as const;

interface KeptRun {
  readonly run: StoredRun;
  readonly size: number;
}

/** The history of runs in memory, for as long as the process lives: the oldest make room for the newest. */
export class MemoryRuns implements RunStore {
  /** In the order in which they were first written. */
  readonly #kept = new Map<string, KeptRun>();
  #bytes = 0;
  /** How many of them have ended. */
  #ended = 0;

  async save(runs: readonly StoredRun[]): Promise<void> {
    for (const run of runs) {
      const before = this.#kept.get(run.id);
      if (before && before.run.status !== "running") continue;
      const size = sizeOf(run as never);
      this.#bytes += size - (before?.size ?? 0);
      this.#kept.set(run.id, { run, size });
      if (run.status !== "running") this.#ended += 1;
    }
    this.#forget({ since: 0, ...memoryRetention });
  }

  async find(id: string): Promise<StoredRun | undefined> {
    return this.#kept.get(id)?.run;
  }

  async list(filter: RunFilter): Promise<readonly StoredRunSummary[]> {
    const sorted = [...this.#kept.values()].map(({ run }) => run).sort(newestFirst);
    const start = filter.after === undefined ? 0 : sorted.findIndex(({ id }) => id === filter.after) + 1;
    return sorted
      .slice(start)
      .filter((run) => fits(run, filter))
      .slice(0, filter.limit)
      .map(summaryOf);
  }

  /** No other server writes here. */
  async wantCancelled(): Promise<void> {}

  async clean(retention: RunRetention): Promise<number> {
    return this.#forget(retention);
  }

  #forget({ since, runs, bytes }: RunRetention): number {
    let forgotten = 0;
    for (const [id, { run, size }] of this.#kept) {
      if (this.#ended <= runs && this.#bytes <= bytes && run.startedAt >= since) break;
      if (run.status === "running") continue;
      this.#kept.delete(id);
      this.#bytes -= size;
      this.#ended -= 1;
      forgotten += 1;
    }
    return forgotten;
  }
}

function newestFirst(left: StoredRun, right: StoredRun): number {
  return right.startedAt - left.startedAt || (left.id < right.id ? 1 : -1);
}

function fits(run: StoredRun, { microflow, status, who, account, from, to, failure }: RunFilter): boolean {
  return (
    (microflow === undefined || run.microflow === microflow) &&
    (status === undefined || run.status === status) &&
    (who === undefined || run.who === who) &&
    (account === undefined || run.account === account) &&
    (from === undefined || run.startedAt >= from) &&
    (to === undefined || run.startedAt < to) &&
    (failure === undefined || (run.failure ?? "").toLowerCase().includes(failure.toLowerCase()))
  );
}

function summaryOf(run: StoredRun): StoredRunSummary {
  const { parameters: _parameters, result: _result, error: _error, log: _log, ...rest } = run;
  const { trace: _trace, cut: _cut, redacted: _redacted, ...summary } = rest;
  return summary;
}
