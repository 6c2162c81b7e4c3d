import type { JsonValue } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { RunPlace } from "../wire/app-console.ts";
import type { RunTrace } from "../wire/run-trace.ts";
import type { FlowErrorJson, RunAs, RunPart, RunStatus } from "../wire/run-view.ts";
import type { LogEntry } from "./effect-port.ts";

/** What is kept of the content of a run: without its secrets, each part within its size. */
export interface RunContent {
  /** The arguments by the names of the parameters; left out where nobody knows them. */
  readonly parameters?: JsonValue;
  /** Left out where the run has not completed, or its result was not kept. */
  readonly result?: JsonValue;
  /** Why it failed or was cancelled. */
  readonly error: FlowErrorJson | null;
  /** The newest lines of its log. */
  readonly log: readonly LogEntry[];
  /** Of a run that was traced. */
  readonly trace: RunTrace | null;
  /** The parts that were too large and of which something is left out. */
  readonly cut: readonly RunPart[];
  /** The parts in which secrets are hidden. */
  readonly redacted: readonly RunPart[];
}

/** How a run stands, as it is written down. Times are epoch milliseconds. */
export interface StoredRunSummary {
  readonly id: string;
  readonly microflow: QualifiedName;
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Milliseconds; null while it is under way, or where nobody knows. */
  readonly duration: number | null;
  /** How whoever started it was called then: for people to read. */
  readonly who: string | null;
  /** Id of the account that started it, or whose key did; null where nobody signs in. */
  readonly account: string | null;
  /** Content hash of the microflow's document when it began. */
  readonly contentHash: string | null;
  /** Id of the trace that it belongs to (W3C Trace Context): 32 hexadecimal digits. */
  readonly traceId: string | null;
  /** The error on one line. */
  readonly failure: string | null;
  /** From where in the application it was started; left out where it was not. */
  readonly place?: RunPlace;
  /** With whose rights; left out for all that whoever started it has. */
  readonly as?: RunAs;
}

/** A run as it is written down. */
export interface StoredRun extends StoredRunSummary, RunContent {}

/** Which runs are asked for. */
export interface RunFilter {
  readonly microflow?: QualifiedName | undefined;
  readonly status?: RunStatus | undefined;
  readonly who?: string | undefined;
  /** Only runs of this account. */
  readonly account?: string | undefined;
  /** Started at this time or later; epoch milliseconds. */
  readonly from?: number | undefined;
  /** Started before this time. */
  readonly to?: number | undefined;
  /** Runs whose `failure` holds this text, in small or large letters. */
  readonly failure?: string | undefined;
  /** Only runs that come behind this one in the list. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * Where runs are written down so that they outlive the process. What `save` has resolved for is never lost, and a run
 * that has ended there never changes.
 */
export interface RunStore {
  /** Writes how runs stand: new ones, and ones that it knows and that have not ended. All of them or none. */
  save(runs: readonly StoredRun[]): Promise<void>;
  find(id: string): Promise<StoredRun | undefined>;
  /** The newest first. */
  list(filter: RunFilter): Promise<readonly StoredRunSummary[]>;
  /** Notes that a run which is under way at another server shall end; that server looks for it. */
  wantCancelled(id: string): Promise<void>;
  /**
   * Deletes ended runs that go beyond what may be kept, those first that were written first, a few at a time; tells
   * how many. Call it again until it is 0.
   */
  clean(retention: RunRetention): Promise<number>;
}

/** How much of the history is kept. What is beyond any of these goes. */
export interface RunRetention {
  /** Only runs that started at this time or later; epoch milliseconds. */
  readonly since: number;
  readonly runs: number;
  /** Of all that is written down of them, about. */
  readonly bytes: number;
}
