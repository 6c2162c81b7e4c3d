import type { JsonValue } from "@rivulet/model";

/** Where a run stands. The last three are terminal: a run that reached one of them never leaves it. */
export type RunStatus = "running" | "completed" | "failed" | "cancelled";

/** Levels of the log, least important first. */
export type LogLevel = "trace" | "debug" | "info" | "warning" | "error" | "critical";

/** A failure as JSON: what the CLI prints and the run API answers. Never a stack trace. */
export type FlowErrorJson = {
  readonly code: string;
  readonly message: string;
  readonly microflow: string | null;
  /** Id of the element. */
  readonly activity: string | null;
  readonly isRetryable: boolean;
  /** Facts of the failure: AWS code, request id, names of constants ... */
  readonly details: JsonValue;
  readonly cause: FlowErrorJson | { readonly message: string } | null;
};

/** A line of a run's log as the run API answers it. */
export type LogLine = {
  readonly level: LogLevel;
  readonly node: string;
  readonly message: string;
  /** ISO-8601 in UTC. */
  readonly at: string;
  readonly microflow?: string;
  readonly element?: string;
};

/** How a run stands, as the run API answers it. Times are ISO-8601 in UTC. */
export type RunSummary = {
  readonly runId: string;
  readonly microflow: string;
  /** Name of the configuration that it ran with. */
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
};

/** How a run ended, as the run API answers it; without members while it is under way. */
export type RunEnd = {
  readonly result?: JsonValue;
  readonly error?: FlowErrorJson;
  /** What the caller's screen should do: nothing yet. */
  readonly clientActions?: readonly JsonValue[];
};

/** A run with its end and its log, as the run API answers it. */
export type RunView = RunSummary &
  RunEnd & {
    /** It has completed, but its result was too large, or is too old, to be kept. */
    readonly isResultForgotten?: boolean;
    /** The newest lines. Events of a run leave them out. */
    readonly log?: readonly LogLine[];
  };
