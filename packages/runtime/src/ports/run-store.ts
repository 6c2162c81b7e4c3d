import type { QualifiedName } from "@rivulet/values";
import type { FlowErrorJson, RunStatus } from "../wire/run-view.ts";
import type { LogEntry } from "./effect-port.ts";

/** A run as it is written down. Times are epoch milliseconds. */
export interface StoredRun {
  readonly id: string;
  readonly microflow: QualifiedName;
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Why it failed or was cancelled. */
  readonly error: FlowErrorJson | null;
  /** The newest lines of its log. */
  readonly log: readonly LogEntry[];
}

/** Which runs are asked for. */
export interface RunFilter {
  readonly microflow?: QualifiedName | undefined;
  readonly status?: RunStatus | undefined;
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
  list(filter: RunFilter): Promise<readonly StoredRun[]>;
  /** Ends as failed what an earlier life of this server left under way; tells how many there were. */
  endInterrupted(at: number): Promise<number>;
}
