import type {
  Engine,
  FlowSince,
  RunEvent,
  RunFilter,
  RunHandle,
  RunStore,
  RunSummary,
  RunTrace,
  RunView,
  StoredRun,
  StoredRunSummary,
} from "@rivulet/runtime";
import { storedRun, storedSummary } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import { KeptOutcomes } from "./kept-outcomes.ts";
import { RunRecorder } from "./run-recorder.ts";
import { outcomeMembers, runSummary, storedView } from "./run-view.ts";

/** What the archive of runs is made of. */
export interface RunArchiveParts {
  readonly engine: Engine;
  /** Where runs are kept: in a database, or in memory for the life of the process. */
  readonly store: RunStore;
  /** The project as it stands on disk at this moment. */
  readonly project: () => Promise<OpenedProject>;
  /** Is told when runs could not be written into it. */
  readonly notWritten: (error: unknown) => void;
}

/** All runs that are known: those under way, and those that are written down. */
export class RunArchive {
  readonly #parts: RunArchiveParts;
  readonly #recorder: RunRecorder;
  readonly #outcomes = new KeptOutcomes();
  /** The start of each run that is under way. */
  readonly #underWay = new Map<string, RunEvent>();
  readonly #handles = new Map<string, RunHandle>();

  constructor(parts: RunArchiveParts) {
    this.#parts = parts;
    const { runs } = parts.engine;
    this.#recorder = new RunRecorder({ store: parts.store, runs, fail: parts.notWritten });
    runs.watch((event) => {
      if (event.kind === "started") this.#underWay.set(event.run.id, event);
      if (event.kind === "ended") this.#underWay.delete(event.run.id);
    });
  }

  /** Keeps hold of a run until its end, and of the whole of its result for a while. */
  async follow(handle: RunHandle): Promise<void> {
    this.#handles.set(handle.id, handle);
    const outcome = await handle.outcome;
    this.#handles.delete(handle.id);
    this.#outcomes.keep(handle.id, handle.withoutSecrets(outcome));
  }

  /** Resolves when it is certain that a run will not be forgotten. Throws `run-not-written`. */
  written(runId: string): Promise<void> {
    return this.#recorder.written(runId);
  }

  /** Throws `database-away` when a run that begins now could not be kept. */
  assertKeeps(): void {
    this.#recorder.assertPresent();
  }

  /** Resolves when everything is written, or was tried for long enough by a server that ends. */
  end(): Promise<void> {
    return this.#recorder.end();
  }

  /** A run as it is kept, or stands at this moment. Throws `unknown-run`. */
  async find(runId: string): Promise<StoredRun> {
    const underWay = this.#underWay.get(runId);
    if (underWay) return storedRun(underWay);
    await this.#recorder.written(runId).catch(() => undefined);
    const run = await this.#read((store) => store.find(runId));
    if (run) return run;
    throw new HttpProblem("unknown-run", `Run ${runId} is not known.`);
  }

  /** How a run stands, without its content. Throws `unknown-run`. */
  async summary(runId: string): Promise<RunSummary> {
    return runSummary(await this.stored(runId));
  }

  /** The same as it is kept. Throws `unknown-run`. */
  async stored(runId: string): Promise<StoredRunSummary> {
    const known = this.#parts.engine.runs.find(runId);
    return known ? storedSummary(known) : this.find(runId);
  }

  /** Ends a run that is under way here, or asks the server where it is; one that has ended stays as it is. */
  async cancel(runId: string): Promise<void> {
    if (this.#parts.engine.runs.cancel(runId)) return;
    await this.#read((store) => store.wantCancelled(runId));
  }

  /** How a run stands, with its content. Throws `unknown-run`. */
  async describe(runId: string, expand: number): Promise<RunView> {
    const run = await this.find(runId);
    const whole = this.#outcomes.find(runId);
    const view = storedView(run, flowSince(run, await this.#parts.project()));
    if (whole === null) return view;
    const cut = view.cut?.filter((part) => part !== "result") ?? [];
    return { ...view, ...outcomeMembers(whole, expand), cut };
  }

  /** The runs that fit, newest first. */
  async list(filter: RunFilter): Promise<readonly RunSummary[]> {
    await this.#recorder.settled();
    return (await this.#read((store) => store.list(filter))).map(runSummary);
  }

  /** What a run did so far. Throws `unknown-run`, also for one that was started without a trace. */
  async trace(runId: string): Promise<RunTrace> {
    const live = this.#handles.get(runId)?.trace();
    const trace = live ?? (await this.find(runId)).trace;
    if (trace) return trace;
    const detail = `Run ${runId} was not watched, so nobody knows which way it took. Run it again with "trace": true.`;
    throw new HttpProblem("unknown-run", detail);
  }

  async #read<Content>(read: (store: RunStore) => Promise<Content>): Promise<Content> {
    try {
      return await read(this.#parts.store);
    } catch (error) {
      this.#parts.notWritten(error);
      const detail =
        "The history of runs cannot be read: the database does not answer. Try again in a moment.";
      throw new HttpProblem("history-unavailable", detail);
    }
  }
}

/** Whether the microflow of a run is still what it was. */
function flowSince({ microflow, contentHash }: StoredRun, project: OpenedProject): FlowSince {
  if (!project.loaded.index.microflow(microflow)) return "gone";
  const present = project.hashOf(microflow);
  if (contentHash === null || present === null) return "unknown";
  return contentHash === present ? "same" : "changed";
}
