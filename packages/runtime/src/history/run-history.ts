import type { QualifiedName } from "@rivulet/values";
import type { RunEvent, Runs } from "../engine/engine.ts";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunOutcome } from "../run/run.ts";
import type { RunRecord } from "./run-record.ts";

/** Lines of the log that are kept of a run. */
const mostLogEntries = 1_000;

/** What is told of a run when it starts. */
export interface StartedRun {
  readonly id: string;
  readonly microflow: QualifiedName;
  readonly configuration: string;
  readonly keepsResult: boolean;
  readonly cancel: () => void;
}

/** What only a run that is under way has. It holds everything that the run makes, so it is let go of at the end. */
interface RunningRun {
  readonly log: LogEntry[];
  readonly keepsResult: boolean;
  readonly cancel: () => void;
}

/**
 * The runs of this process: all that are under way, and the last ones that ended. They are in memory and lost when
 * the process ends.
 */
export class RunHistory implements Runs {
  readonly #size: number;
  readonly #clock: () => number;
  /** In the order in which they started. */
  readonly #records = new Map<string, RunRecord>();
  readonly #running = new Map<string, RunningRun>();
  readonly #ended: string[] = [];
  readonly #observers = new Set<(event: RunEvent) => void>();

  constructor(size: number, clock: () => number) {
    this.#size = size;
    this.#clock = clock;
  }

  find(id: string): RunRecord | undefined {
    return this.#records.get(id);
  }

  list({ microflow, limit = Number.POSITIVE_INFINITY }: Parameters<Runs["list"]>[0] = {}): RunRecord[] {
    const records: RunRecord[] = [];
    for (const record of [...this.#records.values()].reverse()) {
      if (records.length >= limit) break;
      if (microflow === undefined || record.microflow === microflow) records.push(record);
    }
    return records;
  }

  cancel(id: string): boolean {
    const run = this.#running.get(id);
    run?.cancel();
    return run !== undefined;
  }

  watch(observer: (event: RunEvent) => void): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }

  started({ id, microflow, configuration, keepsResult, cancel }: StartedRun): void {
    const log: LogEntry[] = [];
    const record: RunRecord = {
      id,
      microflow,
      configuration,
      status: "running",
      startedAt: this.#clock(),
      endedAt: null,
      log,
      outcome: null,
    };
    this.#records.set(id, record);
    this.#running.set(id, { log, keepsResult, cancel });
    this.#tell("started", record);
  }

  logged(id: string, line: LogEntry): void {
    const [run, record] = [this.#running.get(id), this.#records.get(id)];
    if (!run || !record) return;
    run.log.push(line);
    if (run.log.length > mostLogEntries) run.log.shift();
    this.#tell("logged", record);
  }

  /** A run that has ended stays as it is. */
  ended(id: string, outcome: RunOutcome): void {
    const [run, before] = [this.#running.get(id), this.#records.get(id)];
    if (!run || !before) return;
    this.#running.delete(id);
    const { status } = outcome;
    const kept = status === "completed" && !run.keepsResult ? null : outcome;
    const record = { ...before, status, endedAt: this.#clock(), outcome: kept };
    this.#records.set(id, record);
    this.#ended.push(id);
    while (this.#ended.length > this.#size) this.#records.delete(this.#ended.shift() ?? "");
    this.#tell("ended", record);
  }

  #tell(kind: RunEvent["kind"], run: RunRecord): void {
    for (const observer of this.#observers) observer({ kind, run });
  }
}
