import type { RunOutcome } from "@rivulet/runtime";
import { weightOfValue } from "./weight-of-value.ts";

/** How many ends of runs are kept, and how much their results may weigh, in characters. */
export interface OutcomeLimits {
  readonly maximumOutcomes: number;
  readonly maximumWeight: number;
}

/** Enough for what people look at; a result of millions of objects is answered once and not kept. */
const defaultOutcomeLimits: OutcomeLimits = { maximumOutcomes: 200, maximumWeight: 32_000_000 };

interface KeptOutcome {
  readonly outcome: RunOutcome;
  readonly weight: number;
}

/**
 * The ends of runs, for whoever asks later, within a bound of memory: the oldest make room for the newest. Lost when
 * the server ends.
 */
export class KeptOutcomes {
  readonly #limits: OutcomeLimits;
  readonly #kept = new Map<string, KeptOutcome>();
  #weight = 0;

  constructor(limits: OutcomeLimits = defaultOutcomeLimits) {
    this.#limits = limits;
  }

  keep(runId: string, outcome: RunOutcome): void {
    const { maximumWeight } = this.#limits;
    const weight = outcome.status === "completed" ? weightOfValue(outcome.value, maximumWeight + 1) : 0;
    if (weight > maximumWeight) return;
    this.#kept.set(runId, { outcome, weight });
    this.#weight += weight;
    for (const [oldest, { weight: freed }] of this.#kept) {
      if (this.#isWithinLimits()) return;
      this.#kept.delete(oldest);
      this.#weight -= freed;
    }
  }

  find(runId: string): RunOutcome | null {
    return this.#kept.get(runId)?.outcome ?? null;
  }

  #isWithinLimits(): boolean {
    return this.#kept.size <= this.#limits.maximumOutcomes && this.#weight <= this.#limits.maximumWeight;
  }
}
