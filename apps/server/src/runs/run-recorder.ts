import { setTimeout as delay } from "node:timers/promises";
import { type RunEvent, type RunStore, type Runs, type StoredRun, storedRun } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";
import { problemOfError } from "../http/problem-of-error.ts";

/** How long the database may be away, in milliseconds. */
export interface RecorderPatience {
  /** Before no run begins any more. */
  readonly beforeRefusing: number;
  /** Before whoever waits for a run is told that it is not written yet. */
  readonly beforeTelling: number;
}

const defaultPatience: RecorderPatience = { beforeRefusing: 5_000, beforeTelling: 30_000 };
/** Between two tries to write, in milliseconds. */
const pause = 250;

/** A run that is shorter than so many milliseconds is written once, with its end. */
const shortRun = 10;

/** Runs that are written together. */
interface Batch {
  readonly runs: Map<string, StoredRun>;
  /** Whether they are written: told when they are, or when whoever waits has waited for long enough. */
  readonly isWritten: Promise<boolean>;
}

/** A database that is away while something has to be written. */
interface Absence {
  /** By `performance.now()`, which no clock that is set changes. */
  readonly since: number;
  readonly problem: HttpProblem;
}

/** What a recorder works with. */
export interface RunRecorderParts {
  readonly store: RunStore;
  readonly runs: Runs;
  /** Is told when a batch cannot be written at once. */
  readonly fail: (error: unknown) => void;
  readonly patience?: RecorderPatience;
}

/**
 * Writes every run down with its end, and those that last before, when they have begun. While one batch is written the
 * next one gathers, so many runs at once cost few commits; of a run that ends meanwhile only the end is written.
 *
 * While the database is away it is tried again until it is back, however long that takes. So that little waits then, no
 * further run begins after a while.
 */
export class RunRecorder {
  readonly #store: RunStore;
  readonly #fail: (error: unknown) => void;
  readonly #patience: RecorderPatience;
  readonly #batches = new Map<string, Promise<boolean>>();
  /** Runs that have just begun and are not written yet. */
  readonly #beginning = new Map<string, RunEvent>();
  #timer: NodeJS.Timeout | undefined;
  #gathering: Batch | undefined;
  #absence: Absence | undefined;
  /** Resolves when the newest batch is written or given up. */
  #last: Promise<void> = Promise.resolve();
  #newest: Promise<boolean> = Promise.resolve(true);
  /** When nothing is tried again any more. */
  #endsAt = Number.POSITIVE_INFINITY;

  constructor({ store, runs, fail, patience = defaultPatience }: RunRecorderParts) {
    this.#store = store;
    this.#fail = fail;
    this.#patience = patience;
    runs.watch((event) => {
      if (event.kind === "started") this.#begun(event);
      if (event.kind === "ended") this.#ended(event);
    });
  }

  /** Resolves when what has happened to a run so far is written. Throws `run-not-written`. */
  async written(runId: string): Promise<void> {
    const beginning = this.#beginning.get(runId);
    if (beginning) this.#add(beginning);
    if ((await this.#batches.get(runId)) === false) throw notWritten(runId);
  }

  /** Resolves when everything that has happened is written, or was tried for long enough. Throws `database-away`. */
  async settled(): Promise<void> {
    this.assertPresent();
    this.#addBeginning();
    await this.#newest;
  }

  /** Throws `database-away` when runs could not be written for a while: what begins now would only wait as well. */
  assertPresent(): void {
    if (this.#absence === undefined) return;
    const { since, problem } = this.#absence;
    if (performance.now() - since > this.#patience.beforeRefusing) throw problem;
  }

  /** Resolves when everything is written, or was tried for long enough by a server that ends. */
  async end(): Promise<void> {
    this.#endsAt = performance.now() + this.#patience.beforeTelling;
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
    const { runs, isWritten } = this.#gathering;
    runs.set(id, storedRun(event));
    this.#batches.set(id, isWritten);
  }

  #begin(): Batch {
    const runs = new Map<string, StoredRun>();
    const written = this.#last.then(() => this.#write(runs));
    const isWritten = withinPatience(written, this.#patience.beforeTelling);
    this.#newest = isWritten;
    const forget = () => {
      for (const id of runs.keys()) if (this.#batches.get(id) === isWritten) this.#batches.delete(id);
    };
    this.#last = written.then(forget);
    return { runs, isWritten };
  }

  async #write(runs: ReadonlyMap<string, StoredRun>): Promise<boolean> {
    this.#gathering = undefined;
    const since = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      try {
        await this.#store.save([...runs.values()]);
        this.#absence = undefined;
        return true;
      } catch (error) {
        if (isFirst) this.#fail(error);
        if (!this.#goesOn(error, since)) return false;
      }
      await delay(pause);
    }
  }

  /** A database that is away comes back. What it refuses for another reason it may refuse for ever. */
  #goesOn(error: unknown, since: number): boolean {
    const now = performance.now();
    const problem = problemOfError(error);
    const isAway = problem.code === "database-away";
    this.#absence = isAway ? { since, problem } : undefined;
    return now < this.#endsAt && (isAway || now - since < this.#patience.beforeTelling);
  }
}

function withinPatience(written: Promise<boolean>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience, false).unref();
    void written.then(resolve).finally(() => clearTimeout(timer));
  });
}

/** Whoever repeats what was answered so should know that it was done. */
function notWritten(runId: string): HttpProblem {
  const detail =
    "The microflow was started, but its run is not written down yet: the database does not answer. Look for it in the history of runs before you start it again.";
  return new HttpProblem("run-not-written", detail, { members: { runId } });
}
