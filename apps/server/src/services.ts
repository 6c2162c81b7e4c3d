import { awsAuthentication, type ConnectionTest, testConnection } from "@rivulet/aws/execute";
import { amazonDynamoDB, lookUpTables } from "@rivulet/dynamodb/execute";
import type { ProjectFolder } from "@rivulet/model/folder";
import type { PostgresAudit } from "@rivulet/persistence";
import {
  type Connector,
  createEngine,
  type Engine,
  type HistoryLimits,
  KeptSecrets,
  type LogLevel,
  MemoryRuns,
  type RunStore,
  traceIdOf,
} from "@rivulet/runtime";
import type { Logger } from "pino";
import { AppService } from "./app/app-service.ts";
import { EventStreams } from "./http/event-streams.ts";
import { ServerMetrics } from "./metrics/server-metrics.ts";
import type { AuditLog } from "./people/audit-log.ts";
import type { People } from "./people/people.ts";
import { ActiveConfiguration } from "./project/active-configuration.ts";
import { KnownSettings } from "./project/known-settings.ts";
import { MachineConstants } from "./project/machine-constants.ts";
import { OpenProject } from "./project/open-project.ts";
import type { OpenedProject } from "./project/opened-project.ts";
import { ProjectDynamoDB } from "./project/project-dynamodb.ts";
import { type TableCalls, tableCalls } from "./project/table-calls.ts";
import { TableKnowledge } from "./project/table-knowledge.ts";
import { HistoryCleaner } from "./runs/clean-history.ts";
import { RunArchive } from "./runs/run-archive.ts";
import { RunEvents } from "./runs/run-events.ts";
import { RunService, type RunServiceLimits } from "./runs/run-service.ts";
import type { Traces } from "./telemetry/telemetry.ts";

/** The connectors that come with Rivulet. The AWS SDK itself is loaded when a flow first needs it. */
const connectors: readonly Connector[] = [awsAuthentication, amazonDynamoDB];

/** Under which level of the server's log a line of a microflow stands. */
const serverLevels = {
  trace: "trace",
  debug: "debug",
  info: "info",
  warning: "warn",
  error: "error",
  critical: "fatal",
} as const satisfies Record<LogLevel, string>;

/** Milliseconds after which a test of a connection is given up. */
const longestConnectionTest = 30_000;
/** The same for all that is asked about the tables of a region, and for one question of it. */
const longestLookup = { all: 10_000, each: 3_000 };

/** What the services of a server are made from. */
export interface ServiceOptions {
  readonly folder: ProjectFolder;
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits: RunServiceLimits;
  /** Where runs outlive the process; without one they are kept in memory. */
  readonly runStore: RunStore | undefined;
  /** Whether the database takes questions at this moment; left out where there is none. */
  readonly databaseAnswers?: (() => Promise<boolean>) | undefined;
  readonly historyLimits: HistoryLimits;
  /** The people of a server with accounts. */
  readonly people: People | undefined;
  readonly audit: AuditLog;
  /** Where the audit log can be read. */
  readonly auditTrail: PostgresAudit | undefined;
  /** Looks on, where traces are wanted. */
  readonly traces: Traces | undefined;
  readonly log: Logger;
}

/** Everything that the routes work with. */
export interface Services {
  readonly connectors: readonly Connector[];
  readonly engine: Engine;
  readonly project: OpenProject;
  readonly active: ActiveConfiguration;
  readonly constants: MachineConstants;
  readonly dynamodb: ProjectDynamoDB;
  readonly settings: KnownSettings;
  readonly runs: RunService;
  readonly archive: RunArchive;
  readonly runEvents: RunEvents;
  readonly cleaner: HistoryCleaner;
  readonly app: AppService;
  readonly metrics: ServerMetrics;
  readonly streams: EventStreams;
  readonly people: People | undefined;
  readonly audit: AuditLog;
  readonly auditTrail: PostgresAudit | undefined;
  readonly databaseAnswers: () => Promise<boolean>;
  readonly testConnection: (project: OpenedProject, configuration: string) => Promise<ConnectionTest>;
  readonly tables: TableKnowledge;
  readonly tableCalls: TableCalls;
}

function storeOf({ runStore, traces }: ServiceOptions): RunStore {
  if (!runStore) return new MemoryRuns();
  return traces ? traces.watchedStore(runStore) : runStore;
}

/** Wires the services of a server together: the only place where it is decided what is used. */
export function openServices(options: ServiceOptions): Services {
  const { folder, localFolder, environment, limits, historyLimits, traces, log } = options;
  const runStore = storeOf(options);
  const engine = createEngine({
    connectors,
    ...(traces && { observeEffect: traces.observeEffect }),
  });
  traces?.watchRuns(engine.runs);
  const project = new OpenProject(folder, engine);
  const active = new ActiveConfiguration(folder.path);
  const secrets = new KeptSecrets(folder.path, environment);
  const constants = new MachineConstants(secrets, environment);
  const dynamodb = new ProjectDynamoDB({ localFolder, environment, log: (line) => log.info(line) });
  const metrics = new ServerMetrics((): number => runs.active);
  const streams = new EventStreams();
  const followSecrets = ({ loaded, fileProblems }: OpenedProject) =>
    secrets.follow(
      loaded.index,
      fileProblems.every(({ severity }) => severity !== "error"),
    );
  const settings = new KnownSettings(localFolder, (opened, configuration) => {
    const { chosenId } = active;
    const { loaded } = opened;
    followSecrets(opened);
    return loaded.settings({
      ...(configuration === undefined ? {} : { flags: { configuration } }),
      ...(chosenId === undefined ? {} : { activeConfiguration: chosenId }),
      environment,
      secretValues: (name) => secrets.values(name),
      embedded: dynamodb,
    });
  });
  const archive = new RunArchive({
    engine,
    store: runStore,
    project: () => project.current(),
    notWritten: (error) => log.error(error, "the history of runs does not answer"),
  });
  const cleaner = new HistoryCleaner({ store: runStore, limits: historyLimits, log });
  engine.runs.watch(({ kind }) => kind === "ended" && cleaner.ended());
  const runs = new RunService({
    engine,
    project: () => project.current(),
    settings: (opened, configuration) => settings.of(opened, configuration),
    metrics,
    archive,
    audit: options.audit,
    limits,
    log: ({ id: run, traceParent }, { level, node, message }) => {
      const trace = traceIdOf(traceParent);
      log[serverLevels[level]]({ run, node, ...(trace === null ? {} : { traceId: trace }) }, message);
    },
  });
  const app = new AppService({
    project: () => project.current(),
    settings: (opened) => settings.of(opened),
    runs,
    engine,
  });
  followSecrets(project.latest);
  project.observe(({ project: changed, documents }) => {
    followSecrets(changed);
    log.info({ revision: changed.revision, documents }, "the project has changed");
  });
  const effects = Object.assign(
    {},
    ...connectors.map((connector) => connector.effects),
  ) as Connector["effects"];
  return {
    connectors,
    engine,
    project,
    active,
    constants,
    dynamodb,
    settings,
    runs,
    archive,
    runEvents: new RunEvents(engine, archive, streams),
    cleaner,
    app,
    metrics,
    streams,
    people: options.people,
    databaseAnswers: options.databaseAnswers ?? (async () => true),
    audit: options.audit,
    auditTrail: options.auditTrail,
    testConnection: async (opened, configuration) =>
      testConnection({
        settings: settings.of(opened, configuration),
        effects,
        signal: AbortSignal.timeout(longestConnectionTest),
      }),
    tableCalls: tableCalls((opened, configuration) => settings.of(opened, configuration), effects),
    tables: new TableKnowledge((opened, configuration, asked) =>
      lookUpTables(
        {
          settings: settings.of(opened, configuration),
          effects,
          signal: AbortSignal.timeout(longestLookup.all),
          callTimeout: longestLookup.each,
        },
        asked,
      ),
    ),
  };
}
