import type {
  FlowSince,
  LogEntry,
  LogLine,
  RunEnd,
  RunOutcome,
  RunSummary,
  RunView,
  StoredRun,
  StoredRunSummary,
} from "@rivulet/runtime";
import * as z from "zod/mini";

const levels = ["trace", "debug", "info", "warning", "error", "critical"] as const;

/** A line of a run's log, as the API answers it. */
const logEntrySchema = z.object({
  level: z.enum(levels),
  node: z.string(),
  message: z.string(),
  at: z.iso.datetime(),
  microflow: z.optional(z.string()),
  element: z.optional(z.string()),
});

/** Why a run failed, as the API answers it. */
export const runErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  microflow: z.nullable(z.string()),
  activity: z.nullable(z.string()),
  isRetryable: z.boolean(),
  details: z.unknown(),
  cause: z.unknown(),
});

const runPart = z.enum(["parameters", "result", "error", "log", "trace"]);

/** How a run stands, as the API answers it. */
export const runSchema = z.object({
  runId: z.string(),
  microflow: z.string(),
  /** Which configuration it ran with. */
  configuration: z.string(),
  status: z.enum(["running", "completed", "failed", "cancelled"]),
  startedAt: z.iso.datetime(),
  endedAt: z.nullable(z.iso.datetime()),
  /** Milliseconds from start to end. */
  duration: z.nullable(z.number()),
  /** Who started it. */
  who: z.nullable(z.string()),
  /** Id of the trace that it belongs to (W3C Trace Context). */
  traceId: z.optional(z.string()),
  /** The error on one line. */
  failure: z.nullable(z.string()),
  /** From where in the application it was started. */
  place: z.optional(
    z.object({ page: z.string(), widget: z.optional(z.string()), widgetId: z.optional(z.string()) }),
  ),
  /** With whose rights it was run, where not with all of whoever started it. */
  as: z.optional(z.object({ kind: z.enum(["userRole", "demoUser"]), name: z.string() })),
  result: z.optional(z.unknown()),
  /** The run has completed, but its result was too large, or is too old, to be kept in memory. */
  isResultForgotten: z.optional(z.boolean()),
  error: z.optional(runErrorSchema),
  /** What the caller's screen is asked to do, in this order. */
  clientActions: z.optional(z.array(z.unknown())),
});

/** A run with all that is kept of it, as the API answers it. */
export const runViewSchema = z.extend(runSchema, {
  /** The arguments by the names of the parameters. */
  parameters: z.optional(z.unknown()),
  /** The newest lines. */
  log: z.array(logEntrySchema),
  /** The parts of which something is left out, because they were too large. */
  cut: z.array(runPart),
  /** The parts in which secrets are hidden. */
  redacted: z.array(runPart),
  /** Whether the microflow is still drawn as it was then. */
  flow: z.enum(["same", "changed", "gone", "unknown"]),
  isTraced: z.boolean(),
});

/** A run as the API answers it, without its content. */
export function runSummary(run: StoredRunSummary): RunSummary {
  return {
    runId: run.id,
    microflow: run.microflow,
    configuration: run.configuration,
    status: run.status,
    startedAt: isoTime(run.startedAt),
    endedAt: run.endedAt === null ? null : isoTime(run.endedAt),
    duration: run.duration,
    who: run.who,
    ...(run.traceId === null ? {} : { traceId: run.traceId }),
    failure: run.failure,
    ...(run.place === undefined ? {} : { place: run.place }),
    ...(run.as === undefined ? {} : { as: run.as }),
  };
}

/** The end of a run as the API answers it; nothing while it is under way. */
export function outcomeMembers(outcome: RunOutcome | null, expand: number): RunEnd {
  if (outcome === null) return {};
  if (outcome.status !== "completed") return { error: outcome.error.toJSON(), clientActions: [] };
  return { result: outcome.toJson({ expand }), clientActions: outcome.clientActionsToJson() };
}

/** A run with what is kept of it. */
export function storedView(run: StoredRun, flow: FlowSince): RunView {
  const { parameters, result, error, cut, redacted } = run;
  const isForgotten = run.status === "completed" && result === undefined;
  return {
    ...runSummary(run),
    ...(parameters === undefined ? {} : { parameters }),
    ...(result === undefined ? {} : { result }),
    ...(error === null ? {} : { error }),
    ...(run.status === "running" ? {} : { clientActions: [] }),
    ...(isForgotten ? { isResultForgotten: true } : {}),
    log: run.log.map(logLine),
    cut,
    redacted,
    flow,
    isTraced: run.trace !== null,
  };
}

/** A line of a log as the API answers it. */
export function logLine({ at, ...entry }: LogEntry): LogLine {
  return { ...entry, at: isoTime(at) };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
