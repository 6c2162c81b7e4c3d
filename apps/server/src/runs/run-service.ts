import { setTimeout as delay } from "node:timers/promises";
import { asJson, type JsonValue } from "@rivulet/model";
import {
  type Engine,
  type LogEntry,
  ProblemsError,
  type RunAs,
  type RunHandle,
  type RunOptions,
  type RunOutcome,
  type RunPlace,
  type RunRecord,
  type RunSettings,
  type RunSummary,
} from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";
import { actingUser } from "../people/acting-user.ts";
import type { AuditLog } from "../people/audit-log.ts";
import { type Caller, personOf } from "../people/caller.ts";
import { currentUserOf } from "../people/current-user.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunArchive } from "./run-archive.ts";
import { runRefusal } from "./run-rights.ts";

/** What a caller of the run API asks for. */
export interface RunRequest {
  /** Who wants it. */
  readonly caller: Caller;
  /** With whose rights, where not with all of the caller's own. */
  readonly as?: RunAs | undefined;
  readonly microflow: QualifiedName;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** Arguments that are values already, of callers inside the server. */
  readonly values?: Readonly<Record<string, Value>>;
  /** The project in which it runs, of callers that hold objects of it; left out, the present one. */
  readonly project?: OpenedProject;
  /** The widget of the application that asks. A page may run what the run API may not: its own rights were looked at already. */
  readonly place?: RunPlace;
  /** In which the functions of dates work, where a person looks at the result; left out, it is UTC. */
  readonly timeZone?: string;
  /** Name of a configuration, where it is not to be the active one. */
  readonly configuration: string | undefined;
  /** The `traceparent` of what asks for it, for the traces of OpenTelemetry. */
  readonly traceParent?: string | undefined;
  /** Whether to watch what it does; {@link RunArchive.trace} tells. */
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
  readonly archive: RunArchive;
  readonly audit: AuditLog;
  readonly limits: RunServiceLimits;
  /** Lines that flows log also go to the log of the server. */
  readonly log: (run: RunRecord, entry: LogEntry) => void;
}

/** What a run waits for may not listen to being cancelled; the server ends all the same. */
const cancellingTakesAtMost = 2_000;

/** Starts runs, waits for them and ends them. What has become of them is in the {@link RunArchive}. */
export class RunService {
  readonly #parts: RunServiceParts;
  readonly #active = new Map<string, RunHandle>();
  #starting = 0;
  #isDraining = false;

  constructor(parts: RunServiceParts) {
    this.#parts = parts;
    parts.engine.runs.watch(({ kind, run }) => {
      const entry = run.log.at(-1);
      if (kind === "logged" && entry !== undefined) parts.log(run, entry);
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
      const project = request.project ?? (await this.#parts.project());
      if (request.place === undefined) await this.#assertAllowed(project, request);
      const settings = this.#parts.settings(project, request.configuration);
      this.#assertOpen();
      const { parameters, values, trace = false } = request;
      const given = values === undefined ? { parameters } : { values };
      const { timeZone } = request;
      const evaluation = timeZone === undefined ? {} : { timeZone };
      const by = startedBy(project, request);
      return this.#launch(project, request, { ...given, ...by, settings, evaluation, trace });
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
    await this.#parts.archive.written(handle.id);
    return outcome;
  }

  /** Waits for the end of a run, however long it takes. What it tells is written down. Throws `run-not-written`. */
  async end({ id, outcome }: RunHandle): Promise<RunOutcome> {
    const end = await outcome;
    await this.#parts.archive.written(id);
    return end;
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

  /** Ends a run as cancelled; one that has ended stays as it is. Throws `unknown-run`. */
  async cancel(runId: string): Promise<RunSummary> {
    await this.#parts.archive.cancel(runId);
    return this.#parts.archive.summary(runId);
  }

  /** Lets no new run in, waits for those under way, and cancels what is left after `grace` milliseconds. */
  async drain(grace: number): Promise<void> {
    this.#isDraining = true;
    await this.#allEnded(grace);
    for (const handle of this.#active.values()) handle.cancel();
    await this.#allEnded(cancellingTakesAtMost);
    await this.#parts.archive.end();
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
    void handle.outcome.then(() => this.#active.delete(handle.id));
    void this.#parts.archive.follow(handle);
    return handle;
  }

  /** From outside, a microflow is run only by a role that it allows; a page has looked at that already. */
  async #assertAllowed(project: OpenedProject, { caller, microflow, as }: RunRequest): Promise<void> {
    project.assertCallable(microflow);
    const refusal = runRefusal(project.loaded.index, { caller, microflow, as });
    if (!refusal) return;
    const detail = as ? `as the ${as.kind === "demoUser" ? "demo user" : "user role"} ${as.name}` : "";
    await this.#parts.audit.record({ who: caller, action: "microflow-refused", subject: microflow, detail });
    throw refusal;
  }

  #assertOpen(): void {
    if (this.#isDraining) throw new HttpProblem("shutting-down", "The server is shutting down.");
  }

  #assertRoom(): void {
    this.#assertOpen();
    this.#parts.archive.assertKeeps();
    const { concurrentRuns } = this.#parts.limits;
    if (this.#active.size + this.#starting < concurrentRuns) return;
    const detail = `${concurrentRuns} microflows are running, and no more may run at the same time. Try again in a moment.`;
    throw new HttpProblem("too-many-runs", detail, { headers: { "retry-after": "1" } });
  }

  #count({ microflow, status, startedAt, endedAt }: RunRecord): void {
    if (status === "running") return;
    this.#parts.metrics.ended({ microflow, status, seconds: ((endedAt ?? startedAt) - startedAt) / 1000 });
  }
}

/** Who starts a run: for its history, and as `$currentUser`. */
function startedBy(
  project: OpenedProject,
  { caller, microflow, as, place, traceParent }: RunRequest,
): Pick<RunOptions, "origin" | "specials"> {
  const { index } = project.loaded;
  const user = actingUser(caller, index, as);
  const currentUser = currentUserOf(user, index);
  const origin = {
    who: user.who ?? null,
    account: personOf(caller)?.id ?? null,
    contentHash: project.hashOf(microflow),
    traceParent: traceParent ?? null,
    ...(place === undefined ? {} : { place }),
    ...(as === undefined ? {} : { as }),
  };
  return { origin, ...(currentUser && { specials: { currentUser } }) };
}

/** A configuration that the request names and the project lacks is the request's fault; a chosen one is the project's. */
function problemOfRefusal(
  { code, problems, message }: ProblemsError,
  { configuration }: Pick<RunRequest, "configuration">,
): HttpProblem {
  const members = { problems: asJson(problems) };
  const isUnknown =
    configuration !== undefined && problems.some((problem) => problem.code === "unknown-configuration");
  if (isUnknown) return new HttpProblem("unknown-configuration", message, { members });
  return new HttpProblem(code === "wrong-parameters" ? code : "project-has-problems", message, { members });
}
