import type { Next } from "../compile/program.ts";
import { advance } from "./advance.ts";
import { failureAt } from "./failure.ts";
import type { Frame } from "./frame.ts";
import { handleError } from "./handle-error.ts";
import { limitError } from "./limit-error.ts";
import { milliseconds } from "./milliseconds.ts";
import type { RunState } from "./run-state.ts";

/** The most milliseconds that a run keeps the event loop from turning; collections of garbage come on top. */
const longestTurn = 2;
/** The most ops between two looks at the clock; fewer where single ops take long. */
const mostOps = 512;
const longestTimer = 2 ** 31 - 1;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Executes a run from where it stands to its end: by and by, so that others get their turn. */
class RunExecution {
  readonly #run: RunState;
  readonly #deadline: number;
  #turnBegan: number;
  #lookedAt: number;
  #ops = mostOps;

  constructor(run: RunState) {
    this.#run = run;
    this.#lookedAt = milliseconds();
    this.#turnBegan = this.#lookedAt;
    this.#deadline = this.#lookedAt + run.limits.wallClock;
  }

  async toEnd(): Promise<void> {
    const run = this.#run;
    while (run.frame !== null) {
      this.#checkLimits();
      const waiting = this.#advance();
      if (waiting) await this.#wait(waiting);
      else if (this.#isTurnOver()) await this.#giveTurn();
    }
  }

  /** Executes some ops; an error leads on to where it is handled. */
  #advance(): Promise<Next> | undefined {
    const run = this.#run;
    try {
      return advance(run, Math.min(this.#ops, run.limits.steps - run.steps));
    } catch (error) {
      handleError(run, error);
      return undefined;
    }
  }

  #checkLimits(): void {
    const { abort, limits, steps } = this.#run;
    if (abort.reason) throw abort.reason;
    if (steps >= limits.steps) throw limitError("steps", limits);
    if (this.#lookedAt > this.#deadline) throw limitError("wallClock", limits);
  }

  /** Looks at the clock, and adapts how many ops are executed until the next look. */
  #isTurnOver(): boolean {
    const now = milliseconds();
    const isLong = now - this.#lookedAt > longestTurn / 5;
    this.#ops = isLong ? Math.max(1, this.#ops >> 2) : Math.min(mostOps, this.#ops << 1);
    this.#lookedAt = now;
    return now - this.#turnBegan >= longestTurn;
  }

  async #giveTurn(): Promise<void> {
    await nextTurn();
    this.#beginTurn();
  }

  #beginTurn(): void {
    this.#lookedAt = milliseconds();
    this.#turnBegan = this.#lookedAt;
  }

  /** Waits for an op; a run that is cancelled or out of time does not wait for it any longer. */
  async #wait(waiting: Promise<Next>): Promise<void> {
    const { abort, limits, frame } = this.#run;
    const left = Math.min(Math.max(this.#deadline - milliseconds(), 0), longestTimer);
    const timer = setTimeout(() => abort.end(limitError("wallClock", limits)), left);
    try {
      (frame as Frame).pc = await abort.waitFor(waiting);
    } catch (error) {
      if (abort.reason) throw abort.reason;
      handleError(this.#run, error);
    } finally {
      clearTimeout(timer);
    }
    this.#beginTurn();
  }
}

/** An execution that has not begun. */
export function executionOf(run: RunState): object {
  return new RunExecution(run);
}

/**
 * Executes a run to its end; its result is then in `run.result`.
 *
 * @throws {FlowError} for every failure, with its place
 */
export async function executeRun(run: RunState): Promise<void> {
  try {
    await new RunExecution(run).toEnd();
  } catch (error) {
    throw run.frame === null ? error : failureAt(error, run.frame);
  } finally {
    run.abort.dispose();
  }
}
