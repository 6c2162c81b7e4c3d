import { type HistoryLimits, readHistoryLimits } from "@rivulet/runtime";
import type { Logger } from "pino";
import type { ServerOptions } from "../create-server.ts";
import { createApplication } from "../http/application.ts";
import { refusalReply } from "../pages/refusal-reply.ts";
import { AuditInDatabase, AuditInServerLog } from "../people/audit-log.ts";
import { openPeople, type People, type PeopleOptions } from "../people/people.ts";
import { routeTable } from "../route-table.ts";
import { defaultRunServiceLimits } from "../runs/run-service.ts";
import { openServices, type Services } from "../services.ts";
import { SiteFiles } from "../sites/site-files.ts";
import { version } from "../version.ts";
import { listen } from "./listen.ts";
import { Presence } from "./presence.ts";
import type { ProjectDatabase } from "./project-database.ts";
import { ServerError } from "./server-error.ts";
import { announceServer, readServers } from "./server-file.ts";
import type { ServerMode } from "./server-mode.ts";
import type { RunningServer, ServedPlace, Surroundings } from "./start-server.ts";

/** Puts the services and the routes of a server together, and listens. */
export async function serveFolder(
  { environment = {}, limits, studio, client }: ServerOptions,
  place: ServedPlace,
  surroundings: Surroundings,
): Promise<RunningServer> {
  const { folder, localFolder, bind, mode } = place;
  const { database, telemetry, log } = surroundings;
  let address = "";
  const audit = database ? new AuditInDatabase(database.audit) : new AuditInServerLog(log);
  const people =
    mode.hasAccounts && database
      ? peopleOf(database, mode, {
          audit,
          address: () => address,
          onChanged: () => services.streams.close(),
          warn: (line) => log.warn(line),
        })
      : undefined;
  const services = openServices({
    folder,
    localFolder,
    // A copy, because each look at process.env itself asks the system.
    environment: { ...environment },
    limits: { ...defaultRunServiceLimits, ...limits },
    runStore: database?.runs,
    databaseAnswers: database && (() => database.answers()),
    historyLimits: historyLimitsOf(environment),
    people,
    audit,
    auditTrail: database?.audit,
    traces: telemetry?.traces,
    log,
  });
  telemetry?.sendMetrics(services.metrics);
  const application = createApplication({
    routes: routeTable(services, {
      version,
      ...(studio === undefined ? {} : { studio: new SiteFiles(studio) }),
      ...(client === undefined ? {} : { client: new SiteFiles(client) }),
    }),
    hostNames: bind.hostNames,
    traces: telemetry?.traces,
    log,
    publicOrigin: mode.publicUrl?.origin,
    identify: people ? (head) => people.identity.callerOf(head) : () => ({ kind: "local" }),
    refusedPage: (refusal) => refusalReply(refusal, services.project),
    onAnswered: (answered) => services.metrics.answered(answered),
  });
  const presence = database && presenceOf(database, services, log);
  try {
    address = await listen(application, bind).catch((error: unknown) => explainTaken(error, localFolder));
    const withdraw = await announceServer(localFolder, address);
    log.info({ address, folder: folder.path }, "Rivulet is running");
    const firstAdministratorLink = await people?.links.forFirstAdministrator();
    const started = { services, application, presence, withdraw, address, firstAdministratorLink };
    return { ...place, ...surroundings, ...started };
  } catch (error) {
    await presence?.close();
    await application.close();
    services.project.close();
    services.settings.close();
    throw error;
  }
}

function presenceOf({ servers }: ProjectDatabase, { engine, runEvents }: Services, log: Logger): Presence {
  const cancel = (runId: string) => void engine.runs.cancel(runId);
  return new Presence({ servers, cancel, historyChanged: () => runEvents.historyChanged(), log });
}

/** Who starts a project that runs already wants the one that runs, most of the time. */
async function explainTaken(error: unknown, localFolder: string): Promise<never> {
  const [running] = await readServers(localFolder);
  if (!(error instanceof ServerError) || error.code !== "port-taken" || !running) throw error;
  const message = `Rivulet is already running at ${running.address} on this project: open that. For a second server on it, choose another port: --port, or the environment variable PORT.`;
  throw new ServerError("already-running", message, { cause: error });
}

/** @throws {ServerError} `wrong-setting` */
function historyLimitsOf(environment: NonNullable<ServerOptions["environment"]>): HistoryLimits {
  const limits = readHistoryLimits(environment);
  if (limits instanceof Error) throw new ServerError("wrong-setting", limits.message);
  return limits;
}

function peopleOf(
  { accounts, keys }: ProjectDatabase,
  { publicUrl, openId }: ServerMode,
  rest: Pick<PeopleOptions, "audit" | "onChanged" | "warn"> & { readonly address: () => string },
): People {
  const { address, ...others } = rest;
  const baseUrl = () => publicUrl?.origin ?? address();
  const isSecure = publicUrl?.protocol === "https:";
  return openPeople({ accounts, keys, baseUrl, isSecure, openId, ...others });
}
