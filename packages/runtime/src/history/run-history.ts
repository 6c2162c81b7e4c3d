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

/** A run that is remembered, and for as long as it is under way the means to change what is known of it. */
interface Entry {
  record: RunRecord;
  readonly log: LogEntry[];
  readonly keepsResult: boolean;
  /** Let go of at the end, since it holds everything that the run made. */
  cancel: (() => void) | undefined;
}

/**
 * The runs of this process: all that are under way, and the last ones that ended. They are in memory and lost when
 * the process ends.
 */
export class RunHistory implements Runs {
  readonly #size: number;
  readonly #clock: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #ended: string[] = [];
  readonly #observers = new Set<(event: RunEvent) => void>();

  constructor(size: number, clock: () => number) {
    this.#size = size;
    this.#clock = clock;
  }

  find(id: string): RunRecord | undefined {
    return this.#entries.get(id)?.record;
  }

  list({ microflow, limit = Number.POSITIVE_INFINITY }: Parameters<Runs["list"]>[0] = {}): RunRecord[] {
    const records: RunRecord[] = [];
    for (const { record } of [...this.#entries.values()].reverse()) {
      if (records.length >= limit) break;
      if (microflow === undefined || record.microflow === microflow) records.push(record);
    }
    return records;
  }

  cancel(id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry?.record.status !== "running") return false;
    entry.cancel?.();
    return true;
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
    this.#entries.set(id, { record, log, keepsResult, cancel });
    this.#tell("started", record);
  }

  logged(id: string, line: LogEntry): void {
    const entry = this.#entries.get(id);
    if (entry?.record.status !== "running") return;
    entry.log.push(line);
    if (entry.log.length > mostLogEntries) entry.log.shift();
    this.#tell("logged", entry.record);
  }

  /** A run that has ended stays as it is. */
  ended(id: string, outcome: RunOutcome): void {
    const entry = this.#entries.get(id);
    if (entry?.record.status !== "running") return;
    const { status } = outcome;
    const kept = status === "completed" && !entry.keepsResult ? null : outcome;
    entry.record = { ...entry.record, status, endedAt: this.#clock(), outcome: kept };
    entry.cancel = undefined;
    this.#ended.push(id);
    while (this.#ended.length > this.#size) this.#entries.delete(this.#ended.shift() ?? "");
    this.#tell("ended", entry.record);
  }

  #tell(kind: RunEvent["kind"], run: RunRecord): void {
    for (const observer of this.#observers) observer({ kind, run });
  }
}
