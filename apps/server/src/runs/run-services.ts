import { type HistoryLimits, type LogLevel, MemoryRuns, type RunStore, traceIdOf } from "@rivulet/runtime";
import type { Logger } from "pino";
import { EventStreams } from "../http/event-streams.ts";
import { ServerMetrics } from "../metrics/server-metrics.ts";
import type { AuditLog } from "../people/audit-log.ts";
import type { ProjectServices } from "../project/project-services.ts";
import type { Traces } from "../telemetry/telemetry.ts";
import { HistoryCleaner } from "./clean-history.ts";
import { RunArchive } from "./run-archive.ts";
import { RunEvents } from "./run-events.ts";
import { RunService, type RunServiceLimits } from "./run-service.ts";

/** Under which level of the server's log a line of a microflow stands. */
const serverLevels = {
  trace: "trace",
  debug: "debug",
  info: "info",
  warning: "warn",
  error: "error",
  critical: "fatal",
} as const satisfies Record<LogLevel, string>;

/** How much may run, and where runs are kept. */
export interface RunServiceOptions {
  readonly limits: RunServiceLimits;
  /** Where runs outlive the process; without one they are kept in memory. */
  readonly runStore: RunStore | undefined;
  readonly historyLimits: HistoryLimits;
  readonly audit: AuditLog;
  /** Looks on, where traces are wanted. */
  readonly traces: Traces | undefined;
  readonly log: Logger;
}

/** Runs of the project: who starts them, what is kept and told of them. */
export interface RunServices {
  readonly runs: RunService;
  readonly archive: RunArchive;
  readonly runEvents: RunEvents;
  readonly cleaner: HistoryCleaner;
  readonly metrics: ServerMetrics;
  readonly streams: EventStreams;
}

/** Makes what starts, keeps and tells of the runs of a project. */
export function openRunServices(
  { engine, project, settings }: ProjectServices,
  options: RunServiceOptions,
): RunServices {
  const { limits, historyLimits, audit, log } = options;
  const store = storeOf(options);
  const metrics = new ServerMetrics((): number => runs.active);
  const streams = new EventStreams();
  const archive = new RunArchive({
    engine,
    store,
    project: () => project.current(),
    notWritten: (error) => log.error(error, "the history of runs does not answer"),
  });
  const cleaner = new HistoryCleaner({ store, limits: historyLimits, log });
  engine.runs.watch(({ kind }) => kind === "ended" && cleaner.ended());
  const runs = new RunService({
    engine,
    project: () => project.current(),
    settings: (opened, configuration) => settings.of(opened, configuration),
    metrics,
    archive,
    audit,
    limits,
    log: ({ id: run, traceParent }, { level, node, message }) => {
      const trace = traceIdOf(traceParent);
      log[serverLevels[level]]({ run, node, ...(trace === null ? {} : { traceId: trace }) }, message);
    },
  });
  return { runs, archive, runEvents: new RunEvents(engine, archive, streams), cleaner, metrics, streams };
}

function storeOf({ runStore, traces }: RunServiceOptions): RunStore {
  if (!runStore) return new MemoryRuns();
  return traces ? traces.watchedStore(runStore) : runStore;
}
