import type { QualifiedName } from "@rivulet/values";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunOutcome } from "../run/run.ts";

/** Where a run stands. The last three are terminal: a run that reached one of them never leaves it. */
export type RunStatus = "running" | "completed" | "failed" | "cancelled";

/** What is remembered of a run. Times are epoch milliseconds. */
export interface RunRecord {
  readonly id: string;
  readonly microflow: QualifiedName;
  /** Name of the configuration that was active. */
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The newest lines of its log. */
  readonly log: readonly LogEntry[];
  /** How it ended; a completed one only where the run was started with `keepsResult`. */
  readonly outcome: RunOutcome | null;
}
