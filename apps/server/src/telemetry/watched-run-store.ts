import { type Context, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { RunFilter, RunRetention, RunStore, StoredRun } from "@rivulet/runtime";

/** What the spans of writing need of those of runs. */
export interface WrittenRuns {
  readonly tracer: Tracer;
  readonly contextOf: (runId: string) => Context | undefined;
  /** Is told when the end of a run is written: nothing follows. */
  readonly endWritten: (runId: string) => void;
}

/** A store of runs whose writing stands in the traces of the runs that are written. */
export class WatchedRunStore implements RunStore {
  readonly #store: RunStore;
  readonly #runs: WrittenRuns;

  constructor(store: RunStore, runs: WrittenRuns) {
    this.#store = store;
    this.#runs = runs;
  }

  /** Runs that are written together share one statement; each of their traces says how long it took. */
  async save(runs: readonly StoredRun[]): Promise<void> {
    const spans = runs.flatMap(({ id }) => this.#begin(id, runs.length) ?? []);
    try {
      await this.#store.save(runs);
      for (const { id, status } of runs) if (status !== "running") this.#runs.endWritten(id);
    } catch (error) {
      for (const span of spans) {
        span.setAttribute("error.type", "not-written");
        span.setStatus({ code: SpanStatusCode.ERROR, message: "not-written" });
      }
      throw error;
    } finally {
      for (const span of spans) span.end();
    }
  }

  find(id: string) {
    return this.#store.find(id);
  }

  list(filter: RunFilter) {
    return this.#store.list(filter);
  }

  wantCancelled(id: string) {
    return this.#store.wantCancelled(id);
  }

  clean(retention: RunRetention) {
    return this.#store.clean(retention);
  }

  #begin(runId: string, together: number): Span | undefined {
    const parent = this.#runs.contextOf(runId);
    if (!parent) return undefined;
    const attributes = {
      "db.system.name": "postgresql",
      "db.operation.name": "INSERT",
      "db.collection.name": "runs",
      "rivulet.run.id": runId,
      ...(together > 1 ? { "db.operation.batch.size": together } : {}),
    };
    return this.#runs.tracer.startSpan("INSERT runs", { kind: SpanKind.CLIENT, attributes }, parent);
  }
}
