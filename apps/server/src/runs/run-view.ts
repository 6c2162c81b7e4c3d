import type { LogEntry, LogLine, RunEnd, RunOutcome, RunSummary, RunView, StoredRun } from "@rivulet/runtime";
import * as z from "zod/mini";

const levels = ["trace", "debug", "info", "warning", "error", "critical"] as const;

/** A line of a run's log, as the API answers it. */
export const logEntrySchema = z.object({
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

/** How a run stands, as the API answers it. */
export const runSchema = z.object({
  runId: z.string(),
  microflow: z.string(),
  /** Which configuration it ran with. */
  configuration: z.string(),
  status: z.enum(["running", "completed", "failed", "cancelled"]),
  startedAt: z.iso.datetime(),
  endedAt: z.nullable(z.iso.datetime()),
  result: z.optional(z.unknown()),
  /** The run has completed, but its result was too large, or is too old, to be kept in memory. */
  isResultForgotten: z.optional(z.boolean()),
  error: z.optional(runErrorSchema),
  /** What the caller's screen should do: nothing yet. */
  clientActions: z.optional(z.array(z.unknown())),
});

/** A run as the API answers it, without its result. */
export function runSummary(run: Omit<StoredRun, "error" | "log">): RunSummary {
  return {
    runId: run.id,
    microflow: run.microflow,
    configuration: run.configuration,
    status: run.status,
    startedAt: isoTime(run.startedAt),
    endedAt: run.endedAt === null ? null : isoTime(run.endedAt),
  };
}

/** The end of a run as the API answers it; nothing while it is under way. */
export function outcomeMembers(outcome: RunOutcome | null, expand: number): RunEnd {
  if (outcome === null) return {};
  if (outcome.status !== "completed") return { error: outcome.error.toJSON(), clientActions: [] };
  return { result: outcome.toJson({ expand }), clientActions: [] };
}

/** A run that is known only from where it was written down: without its result. */
export function storedView(run: StoredRun): RunView {
  return {
    ...runSummary(run),
    ...(run.error ? { error: run.error, clientActions: [] } : {}),
    ...(run.status === "completed" ? { isResultForgotten: true } : {}),
    log: run.log.map(logLine),
  };
}

/** A line of a log as the API answers it. */
export function logLine({ at, ...entry }: LogEntry): LogLine {
  return { ...entry, at: isoTime(at) };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
