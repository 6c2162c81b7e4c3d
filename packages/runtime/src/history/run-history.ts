import type { QualifiedName } from "@rivulet/values";
import type { RunEvent, Runs } from "../engine/engine.ts";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunContent } from "../ports/run-store.ts";
import { milliseconds } from "../run/milliseconds.ts";
import type { RunOrigin, RunOutcome } from "../run/run.ts";
import { cutText } from "../trace/cut-json.ts";
import type { RunRecord } from "./run-record.ts";

/** Lines of the log that are kept of a run. */
const mostLogEntries = 1_000;
/** Characters that are kept of a line. */
const mostLineCharacters = 2_000;

/** What is told of a run when it starts. */
export interface StartedRun {
  readonly id: string;
  readonly microflow: QualifiedName;
  readonly configuration: string;
  readonly origin: RunOrigin;
  readonly keepsResult: boolean;
  readonly cancel: () => void;
  /** Its content as it is kept: so far, or with its end. */
  readonly content: (facts: ContentFacts) => RunContent;
}

/** What the history knows of the content of a run. */
export interface ContentFacts {
  /** Without secrets; null while the run is under way. */
  readonly outcome: RunOutcome | null;
  readonly log: readonly LogEntry[];
  readonly isLogCut: boolean;
}

/** What only a run that is under way has. It holds everything that the run makes, so it is let go of at the end. */
interface RunningRun extends Pick<StartedRun, "keepsResult" | "cancel" | "content"> {
  readonly log: LogEntry[];
  readonly startedAt: number;
  isLogCut: boolean;
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

  started({ id, microflow, configuration, origin, keepsResult, cancel, content }: StartedRun): void {
    const log: LogEntry[] = [];
    const record: RunRecord = {
      id,
      microflow,
      configuration,
      status: "running",
      startedAt: this.#clock(),
      endedAt: null,
      duration: null,
      who: origin.who,
      account: origin.account,
      contentHash: origin.contentHash,
      traceParent: origin.traceParent,
      ...(origin.place === undefined ? {} : { place: origin.place }),
      ...(origin.as === undefined ? {} : { as: origin.as }),
      log,
      outcome: null,
    };
    this.#records.set(id, record);
    const run = { log, keepsResult, cancel, content, startedAt: milliseconds(), isLogCut: false };
    this.#running.set(id, run);
    this.#tell("started", record, () => content({ outcome: null, log: [...log], isLogCut: run.isLogCut }));
  }

  logged(id: string, line: LogEntry): void {
    const [run, record] = [this.#running.get(id), this.#records.get(id)];
    if (!run || !record) return;
    const { log, content } = run;
    const message = cutText(line.message, mostLineCharacters);
    log.push(message === line.message ? line : { ...line, message });
    if (message !== line.message || log.length > mostLogEntries) run.isLogCut = true;
    if (log.length > mostLogEntries) log.shift();
    this.#tell("logged", record, () => content({ outcome: null, log: [...log], isLogCut: run.isLogCut }));
  }

  /** A run that has ended stays as it is. @param outcome without secrets */
  ended(id: string, outcome: RunOutcome): void {
    const [run, before] = [this.#running.get(id), this.#records.get(id)];
    if (!run || !before) return;
    this.#running.delete(id);
    const { status } = outcome;
    const { log, isLogCut, keepsResult, content } = run;
    const kept = status === "completed" && !keepsResult ? null : outcome;
    const duration = milliseconds() - run.startedAt;
    const record = { ...before, status, endedAt: this.#clock(), duration, outcome: kept };
    this.#records.set(id, record);
    this.#ended.push(id);
    while (this.#ended.length > this.#size) this.#records.delete(this.#ended.shift() ?? "");
    this.#tell("ended", record, () => content({ outcome, log, isLogCut }));
  }

  #tell(kind: RunEvent["kind"], run: RunRecord, content: RunEvent["content"]): void {
    for (const observer of this.#observers) observer({ kind, run, content });
  }
}
