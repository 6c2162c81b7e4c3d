import type { QualifiedName } from "@rivulet/values";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunOrigin, RunOutcome } from "../run/run.ts";
import type { RunStatus } from "../wire/run-view.ts";

/** What is remembered of a run. Times are epoch milliseconds. */
export interface RunRecord extends RunOrigin {
  readonly id: string;
  readonly microflow: QualifiedName;
  /** Name of the configuration that was active. */
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Milliseconds from start to end, as exact as the clock is. */
  readonly duration: number | null;
  /** The newest lines of its log. */
  readonly log: readonly LogEntry[];
  /** How it ended; a completed one only where the run was started with `keepsResult`. */
  readonly outcome: RunOutcome | null;
}
