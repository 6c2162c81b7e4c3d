import { PageFailure } from "@rivulet/pages";
import type { Engine, RunAs, RunHandle, RunPlace } from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { type Caller, hasRight } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunService } from "../runs/run-service.ts";
import type { EndedRun } from "./app-actions.ts";
import type { AppConsole } from "./app-console.ts";
import type { AppSwitch } from "./app-switch.ts";

/** What runs of pages need of the rest of the server. */
export interface PageRunsParts {
  readonly runs: RunService;
  readonly engine: Engine;
  readonly console: AppConsole;
  readonly power: AppSwitch;
}

/** A microflow that a page calls. */
export interface PageRun {
  readonly caller: Caller;
  /** As whom the session goes on. */
  readonly as: RunAs | undefined;
  /** The project that the page is drawn from: the arguments are objects of it. */
  readonly project: OpenedProject;
  readonly microflow: QualifiedName;
  readonly values: Readonly<Record<string, Value>>;
  readonly place: RunPlace;
  /** Of whoever looks at the page. */
  readonly timeZone: string;
  /** Ends it as cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** The `traceparent` of the request that it answers. */
  readonly traceParent?: string | undefined;
}

/** Runs what pages call. They are in the history of runs, and watched where whoever started them may look at the project. */
export class PageRuns {
  readonly #parts: PageRunsParts;
  readonly #underWay = new Set<RunHandle>();

  constructor(parts: PageRunsParts) {
    this.#parts = parts;
    parts.engine.runs.watch(({ kind, run }) => {
      const line = kind === "logged" && run.place !== undefined ? run.log.at(-1) : undefined;
      if (!line) return;
      const { level, node, message } = line;
      parts.console.add({ kind: "logged", microflow: run.microflow, runId: run.id, level, node, message });
    });
  }

  /** Runs a microflow to its end. Throws {@link PageFailure} when it fails, or cannot be started. */
  async run(request: PageRun): Promise<EndedRun> {
    const handle = await this.#start(request);
    this.#underWay.add(handle);
    const cancel = () => handle.cancel();
    request.signal?.addEventListener("abort", cancel, { once: true });
    if (request.signal?.aborted === true) cancel();
    try {
      const outcome = await this.#parts.runs.end(handle);
      this.#tell(handle.id, request);
      if (outcome.status === "completed") return outcome;
      throw new PageFailure(outcome.error.message);
    } finally {
      this.#underWay.delete(handle);
      request.signal?.removeEventListener("abort", cancel);
    }
  }

  /** Ends all of them as cancelled. */
  cancelAll(): void {
    for (const handle of this.#underWay) handle.cancel();
  }

  async #start(request: PageRun): Promise<RunHandle> {
    const trace = hasRight(request.caller, "viewer");
    try {
      this.#parts.power.assertRunning();
      return await this.#parts.runs.start({ ...request, parameters: {}, configuration: undefined, trace });
    } catch (error) {
      throw error instanceof HttpProblem ? new PageFailure(error.message) : error;
    }
  }

  #tell(runId: string, { microflow, place }: PageRun): void {
    const run = this.#parts.engine.runs.find(runId);
    if (!run || run.status === "running") return;
    const { status, duration, outcome } = run;
    const failure = outcome && outcome.status !== "completed" ? { failure: outcome.error.message } : {};
    this.#parts.console.add({
      kind: "microflowEnded",
      microflow,
      runId,
      status,
      duration: duration ?? 0,
      ...failure,
      place,
    });
  }
}
