import type { JsonValue } from "@rivulet/model";
import type { RunPlace } from "./app-console.ts";

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

/** A part of a run that is kept; each has a size that it may have. */
export type RunPart = "parameters" | "result" | "error" | "log" | "trace";

/** With whose rights something is done that is not done with all of one's own: one user role alone, or a demo user. */
export type RunAs = { readonly kind: "userRole" | "demoUser"; readonly name: string };

/** How a run stands, as the run API answers it. Times are ISO-8601 in UTC. */
export type RunSummary = {
  readonly runId: string;
  readonly microflow: string;
  /** Name of the configuration that it ran with. */
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Milliseconds from start to end, as exact as the clock is; null while it is under way, or where nobody knows. */
  readonly duration: number | null;
  /** Who started it; null where nobody signs in. */
  readonly who: string | null;
  /** Id of the trace that it belongs to (W3C Trace Context); left out where there is none. */
  readonly traceId?: string;
  /** The error on one line; null where there is none. */
  readonly failure: string | null;
  /** From where in the application it was started; left out where it was not. */
  readonly place?: RunPlace;
  /** With whose rights; left out for all that whoever started it has. */
  readonly as?: RunAs;
};

/** Whether the microflow of a run is still drawn as it was then. */
export type FlowSince = "same" | "changed" | "gone" | "unknown";

/** How a run ended, as the run API answers it; without members while it is under way. */
export type RunEnd = {
  readonly result?: JsonValue;
  readonly error?: FlowErrorJson;
  /** What the caller's screen is asked to do, in this order; nothing after a run that failed. */
  readonly clientActions?: readonly JsonValue[];
};

/** A run with its end and its log, as the run API answers it. */
export type RunView = RunSummary &
  RunEnd & {
    /** The arguments by the names of the parameters. */
    readonly parameters?: JsonValue;
    /** The parts of which something is left out, because they were too large. */
    readonly cut?: readonly RunPart[];
    /** The parts in which secrets are hidden. */
    readonly redacted?: readonly RunPart[];
    readonly flow?: FlowSince;
    /** Whether there is a trace of it. */
    readonly isTraced?: boolean;
    /** It has completed, but its result was not kept. */
    readonly isResultForgotten?: boolean;
    /** The newest lines. Events of a run leave them out. */
    readonly log?: readonly LogLine[];
  };
