import { setTimeout as delay } from "node:timers/promises";
import type { JsonValue } from "@rivulet/model";
import {
  type Engine,
  type LogEntry,
  ProblemsError,
  type RunFilter,
  type RunHandle,
  type RunOptions,
  type RunOutcome,
  type RunRecord,
  type RunSettings,
  type RunStore,
  type RunSummary,
  type RunTrace,
  type RunView,
  type StoredRun,
} from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import type { ServerEvent } from "../http/event-stream.ts";
import type { EventStreams } from "../http/event-streams.ts";
import { HttpProblem } from "../http/http-problem.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import { KeptOutcomes } from "./kept-outcomes.ts";
import { KeptTraces } from "./kept-traces.ts";
import { RunRecorder } from "./run-recorder.ts";
import { logLine, outcomeMembers, runSummary, storedView } from "./run-view.ts";

/** What a caller of the run API asks for. */
export interface RunRequest {
  readonly microflow: QualifiedName;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** Arguments that are values already, of callers inside the server. */
  readonly values?: Readonly<Record<string, Value>>;
  /** A page may run what the run API may not: its own rights were looked at already. */
  readonly isFromPage?: boolean;
  /** Name of a configuration, where it is not to be the active one. */
  readonly configuration: string | undefined;
  /** Whether to watch what it does; {@link RunService.trace} tells. */
  readonly trace?: boolean;
}

/** What bounds the runs of a server. */
export interface RunServiceLimits {
  /** Runs under way at the same time; one more is answered with 429. */
  readonly concurrentRuns: number;
  /** How long a request waits for the end of its run, in milliseconds. */
  readonly wait: number;
}

/** 100 runs at once; a request waits 30 seconds. */
export const defaultRunServiceLimits: RunServiceLimits = { concurrentRuns: 100, wait: 30_000 };

/** What the run API needs of the rest of the server. */
export interface RunServiceParts {
  readonly engine: Engine;
  /** The project as it stands on disk at this moment. */
  readonly project: () => Promise<OpenedProject>;
  /** The settings of a run. Throws `ProblemsError`. */
  readonly settings: (project: OpenedProject, configuration: string | undefined) => RunSettings;
  readonly metrics: ServerMetrics;
  readonly streams: EventStreams;
  readonly limits: RunServiceLimits;
  /** Where runs are kept beyond the life of the process; left out, they are in memory only. */
  readonly store?: RunStore | undefined;
  /** Is told when runs could not be written into it. */
  readonly notWritten: (error: unknown) => void;
  /** Lines that flows log also go to the log of the server. */
  readonly log: (run: string, entry: LogEntry) => void;
}

/** What a run waits for may not listen to being cancelled; the server ends all the same. */
const cancellingTakesAtMost = 2_000;

/** Starts runs, waits for them, ends them, and remembers how they ended for as long as the server lives. */
export class RunService {
  readonly #parts: RunServiceParts;
  readonly #outcomes = new KeptOutcomes();
  readonly #active = new Map<string, RunHandle>();
  readonly #traces = new KeptTraces();
  readonly #recorder: RunRecorder | undefined;
  #starting = 0;
  #isDraining = false;

  constructor(parts: RunServiceParts) {
    this.#parts = parts;
    const { store } = parts;
    this.#recorder = store && new RunRecorder(store, parts.engine.runs, parts.notWritten);
    parts.engine.runs.watch(({ kind, run }) => {
      const entry = run.log.at(-1);
      if (kind === "logged" && entry !== undefined) parts.log(run.id, entry);
      if (kind === "ended") this.#count(run);
    });
  }

  /** How many runs are under way. */
  get active(): number {
    return this.#active.size;
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Starts a run. Throws a problem, before anything ran, when it cannot. */
  async start(request: RunRequest): Promise<RunHandle> {
    this.#assertRoom();
    this.#starting += 1;
    try {
      const project = await this.#parts.project();
      if (request.isFromPage !== true) project.assertCallable(request.microflow);
      const settings = this.#parts.settings(project, request.configuration);
      this.#assertOpen();
      const { parameters, values, trace = false } = request;
      const given = values === undefined ? { parameters } : { values };
      return this.#launch(project, request, { ...given, settings, trace });
    } catch (error) {
      throw error instanceof ProblemsError ? problemOfRefusal(error, request) : error;
    } finally {
      this.#starting -= 1;
    }
  }

  /**
   * Waits for the end of a run, but no longer than the limit, and not when the client has gone. What it answers is
   * written down. Throws `run-not-written`.
   */
  async waitFor(handle: RunHandle, signal: AbortSignal): Promise<RunOutcome | "still running"> {
    const outcome = await this.#endOf(handle, signal);
    await this.written(handle.id);
    return outcome;
  }

  /** Resolves when it is certain that a run will not be forgotten. Throws `run-not-written`. */
  async written(runId: string): Promise<void> {
    await this.#recorder?.written(runId);
  }

  #endOf({ outcome }: RunHandle, signal: AbortSignal): Promise<RunOutcome | "still running"> {
    return new Promise((resolve) => {
      const giveUp = () => resolve("still running");
      const timer = setTimeout(giveUp, this.#parts.limits.wait);
      signal.addEventListener("abort", giveUp, { once: true });
      void outcome.then(resolve).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
      });
    });
  }

  /** How a run stands, with its end where it is known. Throws `unknown-run`. */
  async describe(runId: string, expand: number): Promise<RunView> {
    const run = this.#parts.engine.runs.find(runId);
    if (!run) return storedView(await this.#findStored(runId));
    const outcome = this.#outcomes.find(runId);
    const isForgotten = outcome === null && run.status === "completed";
    return {
      ...runSummary(run),
      ...outcomeMembers(outcome ?? run.outcome, expand),
      ...(isForgotten ? { isResultForgotten: true } : {}),
      log: run.log.map(logLine),
    };
  }

  /** The runs that are known, newest first. */
  async list(filter: RunFilter): Promise<readonly RunSummary[]> {
    const { store, engine } = this.#parts;
    if (store) {
      await this.#recorder?.settled();
      return (await store.list(filter)).map(runSummary);
    }
    const { microflow, status, after, limit } = filter;
    const all = engine.runs.list(microflow === undefined ? {} : { microflow });
    const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const matching = all.slice(start).filter((run) => status === undefined || run.status === status);
    return matching.slice(0, limit).map(runSummary);
  }

  /** A run without its log and its end. Throws `unknown-run`. */
  summary(runId: string): RunSummary {
    return runSummary(this.#find(runId));
  }

  /** What a run did so far. Throws `unknown-run`, also for one that was started without a trace. */
  trace(runId: string): RunTrace {
    const trace = this.#traces.find(runId);
    if (trace) return trace;
    const detail = `There is no trace of run ${runId}. Start it with "trace": true; the newest traces are kept.`;
    throw new HttpProblem("unknown-run", detail);
  }

  /** Ends a run as cancelled; one that has ended stays as it is. Throws `unknown-run`. */
  async cancel(runId: string): Promise<RunSummary> {
    if (!this.#parts.engine.runs.find(runId)) return runSummary(await this.#findStored(runId));
    this.#parts.engine.runs.cancel(runId);
    return runSummary(this.#find(runId));
  }

  /** The log of a run and how it stands, now and whenever it changes, until the run ends. Throws `unknown-run`. */
  events(runId: string): AsyncIterable<ServerEvent> {
    const present = this.#find(runId);
    return this.#parts.streams.open((push, end) => {
      const tellState = (run: RunRecord) => {
        const hasEnded = run.status !== "running";
        push({ event: "state", data: runSummary(run), ...(hasEnded ? { id: endedEventId } : {}) });
        if (hasEnded) end();
      };
      for (const entry of present.log) push({ event: "log", data: logLine(entry) });
      tellState(present);
      return this.#parts.engine.runs.watch(({ kind, run }) => {
        if (run.id !== runId) return;
        const entry = run.log.at(-1);
        if (kind === "ended") tellState(run);
        else if (kind === "logged" && entry !== undefined) push({ event: "log", data: logLine(entry) });
      });
    });
  }

  /** Lets no new run in, waits for those under way, and cancels what is left after `grace` milliseconds. */
  async drain(grace: number): Promise<void> {
    this.#isDraining = true;
    await this.#allEnded(grace);
    for (const handle of this.#active.values()) handle.cancel();
    await this.#allEnded(cancellingTakesAtMost);
    await this.#recorder?.settled();
  }

  /** Waits until no run is under way, but no longer than so many milliseconds. */
  async #allEnded(milliseconds: number): Promise<void> {
    const patience = new AbortController();
    const ended = Promise.all([...this.#active.values()].map(({ outcome }) => outcome));
    await Promise.race([ended, delay(milliseconds, undefined, { signal: patience.signal })]);
    patience.abort();
  }

  #launch(project: OpenedProject, { microflow }: RunRequest, options: RunOptions): RunHandle {
    const handle = this.#parts.engine.start(project.loaded, microflow, options);
    this.#active.set(handle.id, handle);
    this.#traces.keep(handle);
    void this.#follow(handle);
    return handle;
  }

  async #follow(handle: RunHandle): Promise<void> {
    const outcome = await handle.outcome;
    this.#active.delete(handle.id);
    this.#outcomes.keep(handle.id, handle.withoutSecrets(outcome));
  }

  #assertOpen(): void {
    if (this.#isDraining) throw new HttpProblem("shutting-down", "The server is shutting down.");
  }

  #assertRoom(): void {
    this.#assertOpen();
    const { concurrentRuns } = this.#parts.limits;
    if (this.#active.size + this.#starting < concurrentRuns) return;
    const detail = `${concurrentRuns} microflows are running, and no more may run at the same time. Try again in a moment.`;
    throw new HttpProblem("too-many-runs", detail, { headers: { "retry-after": "1" } });
  }

  #find(runId: string): RunRecord {
    const run = this.#parts.engine.runs.find(runId);
    if (run) return run;
    throw unknownRun(runId);
  }

  /** A run that this process does not remember. Throws `unknown-run`. */
  async #findStored(runId: string): Promise<StoredRun> {
    await this.#recorder?.settled();
    const run = await this.#parts.store?.find(runId);
    if (run) return run;
    throw unknownRun(runId);
  }

  #count({ microflow, status, startedAt, endedAt }: RunRecord): void {
    if (status === "running") return;
    this.#parts.metrics.ended({ microflow, status, seconds: ((endedAt ?? startedAt) - startedAt) / 1000 });
  }
}

function unknownRun(runId: string): HttpProblem {
  return new HttpProblem("unknown-run", `Run ${runId} is not known.`);
}

/** Id of the last event of a run: a client that has seen it needs nothing more. */
export const endedEventId = "ended";

/** A configuration that the request names and the project lacks is the request's fault; a chosen one is the project's. */
function problemOfRefusal(
  { code, problems, message }: ProblemsError,
  { configuration }: Pick<RunRequest, "configuration">,
): HttpProblem {
  const members = { problems: problems as unknown as JsonValue };
  const isUnknown =
    configuration !== undefined && problems.some((problem) => problem.code === "unknown-configuration");
  if (isUnknown) return new HttpProblem("unknown-configuration", message, { members });
  return new HttpProblem(code === "wrong-parameters" ? code : "project-has-problems", message, { members });
}
