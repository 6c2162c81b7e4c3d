import type { RunHandle, RunTrace } from "@rivulet/runtime";

/** Enough to look at the last runs side by side; each trace is bounded by the runtime. */
const mostTraces = 20;

/** The traces of the newest runs that were watched; the oldest make room. Lost when the server ends. */
export class KeptTraces {
  readonly #handles = new Map<string, RunHandle>();

  /** Keeps the trace of a run from its start, if it has one. */
  keep(handle: RunHandle): void {
    if (handle.trace() === undefined) return;
    this.#handles.set(handle.id, handle);
    for (const oldest of this.#handles.keys()) {
      if (this.#handles.size <= mostTraces) return;
      this.#handles.delete(oldest);
    }
  }

  find(runId: string): RunTrace | undefined {
    return this.#handles.get(runId)?.trace();
  }
}
