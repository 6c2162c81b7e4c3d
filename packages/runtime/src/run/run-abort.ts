import type { FlowError } from "../ports/flow-error.ts";

/**
 * The end of a run from outside: cancelled, or out of time. The signal is made when somebody first asks for it, since
 * a run that never waits needs none.
 */
export class RunAbort {
  readonly #outer: AbortSignal | undefined;
  #reason: FlowError | undefined;
  #controller: AbortController | undefined;
  #stopWaiting: ((reason: FlowError) => void) | undefined;
  readonly #cancelled: () => FlowError;

  /** `cancelled` makes the error of a run whose `outer` signal was aborted. */
  constructor(outer: AbortSignal | undefined, cancelled: () => FlowError) {
    this.#outer = outer;
    this.#cancelled = cancelled;
    outer?.addEventListener("abort", this.#onOuterAbort, { once: true });
    if (outer?.aborted) this.end(cancelled());
  }

  readonly #onOuterAbort = (): void => this.end(this.#cancelled());

  /** Ends the run for this reason, unless it has been ended already. */
  end(reason: FlowError): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#stopWaiting?.(reason);
  }

  /** Why the run has to end; `undefined` while it may go on. */
  get reason(): FlowError | undefined {
    return this.#reason;
  }

  /** For whatever waits on behalf of the run. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** What `work` gives; or the reason, as soon as the run has to end. A run waits for one thing at a time. */
  waitFor<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#stopWaiting = reject;
      work.then(resolve, reject);
    });
  }

  /** Lets go of the outer signal. */
  dispose(): void {
    this.#outer?.removeEventListener("abort", this.#onOuterAbort);
  }
}
