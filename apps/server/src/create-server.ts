import { localFolder, ProjectFolder } from "@rivulet/model/folder";
import { type HistoryLimits, readHistoryLimits } from "@rivulet/runtime";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createApplication } from "./http/application.ts";
import { createLog, type LogOptions } from "./http/log.ts";
import { type BindAddress, bindAddress } from "./instance/bind-address.ts";
import { closeApplication } from "./instance/close-application.ts";
import { holdFolder } from "./instance/hold-folder.ts";
import { listen } from "./instance/listen.ts";
import { openProjectDatabase, type ProjectDatabase } from "./instance/project-database.ts";
import { assertProject } from "./instance/project-root.ts";
import { ServerError } from "./instance/server-error.ts";
import { announceServer, withdrawServer } from "./instance/server-file.ts";
import { type ServerMode, serverMode } from "./instance/server-mode.ts";
import { refusalReply } from "./pages/refusal-reply.ts";
import { AuditInDatabase, AuditInServerLog } from "./people/audit-log.ts";
import { openPeople, type People, type PeopleOptions } from "./people/people.ts";
import { routeTable } from "./route-table.ts";
import { defaultRunServiceLimits, type RunServiceLimits } from "./runs/run-service.ts";
import { openServices, type Services } from "./services.ts";
import { SiteFiles } from "./sites/site-files.ts";
import { version } from "./version.ts";

/** What a server is made of. */
export interface ServerOptions {
  /** The project folder. */
  readonly folder: string;
  /** `HOST`, else 127.0.0.1, when left out. Addresses of other machines only with accounts and `RIVULET_URL`. */
  readonly host?: string;
  /** `PORT`, else 8080, when left out; 0 takes a free one. */
  readonly port?: number;
  /** Environment variables; nothing else of the process is looked at. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly log?: LogOptions;
  /** Whether people sign in; `RIVULET_ACCOUNTS` when left out. That needs a database. */
  readonly accounts?: boolean;
  /**
   * Whether to start a PostgreSQL of our own for the history of runs, where `DATABASE_URL` names none; without one the
   * history is in memory.
   */
  readonly startsDatabase?: boolean;
  /** Is told in a sentence what takes its time before the server listens. */
  readonly tell?: (line: string) => void;
  /** The folder with the built studio. Without one, the root is a page that tells how the server is. */
  readonly studio?: string;
  /** The folder with the built application, for `/app`. */
  readonly client?: string;
  readonly limits?: Partial<RunServiceLimits>;
  /** How long {@link RivuletServer.stop} waits for runs to end before it cancels them, in milliseconds. */
  readonly grace?: number;
}

/** A server on a project folder. It starts once and stops once. */
export interface RivuletServer {
  /** `http://127.0.0.1:8080`; `undefined` while it does not listen. */
  readonly address: string | undefined;
  /**
   * The link with which the first administrator makes an account, on a server with accounts that has no administrator
   * yet. It can be used once, within an hour.
   */
  readonly firstAdministratorLink: string | undefined;
  /**
   * Starts to serve; returns the address.
   *
   * @throws {ServerError} with what to do about it
   */
  start(): Promise<string>;
  /** Lets no new run in, waits for those under way, then ends everything that it has started. */
  stop(): Promise<void>;
}

/** Long enough for what waits on a service, short enough for whoever stops the server. */
const defaultGrace = 10_000;

/**
 * A server on a project folder: run API, authoring API, OpenAPI, and pages for people (interfaces.md, HTTP).
 *
 * @example
 * const server = createServer({ folder: "./shop", environment: process.env });
 * console.log(await server.start());
 * await server.stop();
 */
export function createServer(options: ServerOptions): RivuletServer {
  let running: Promise<RunningParts> | undefined;
  let stopping: Promise<void> | undefined;
  let address: string | undefined;
  let firstAdministratorLink: string | undefined;
  return {
    get address() {
      return address;
    },
    get firstAdministratorLink() {
      return firstAdministratorLink;
    },
    async start() {
      running ??= startParts(options);
      ({ address, firstAdministratorLink } = await running);
      return address;
    },
    stop() {
      stopping ??= (async () => {
        const parts = await running?.catch(() => undefined);
        if (parts) await stopParts(parts, options.grace ?? defaultGrace);
        address = undefined;
      })();
      return stopping;
    },
  };
}

interface RunningParts {
  readonly address: string;
  readonly firstAdministratorLink: string | undefined;
  readonly folder: ProjectFolder;
  readonly localFolder: string;
  readonly services: Services;
  readonly application: FastifyInstance;
  readonly database: ProjectDatabase | undefined;
  readonly log: Logger;
}

async function startParts(options: ServerOptions): Promise<RunningParts> {
  const { environment = {} } = options;
  const mode = serverMode({ accounts: options.accounts, environment });
  const bind = bindAddress({ host: options.host, port: options.port, environment, mode });
  const root = assertProject(options.folder);
  const folder = new ProjectFolder(root);
  const local = localFolder(root);
  await holdFolder(folder, local);
  try {
    return await startOnFolder(options, { folder, local, bind, mode });
  } catch (error) {
    folder.unlock();
    throw error;
  }
}

interface HeldPlace {
  readonly folder: ProjectFolder;
  readonly local: string;
  readonly bind: BindAddress;
  readonly mode: ServerMode;
}

async function startOnFolder(options: ServerOptions, place: HeldPlace): Promise<RunningParts> {
  const { environment = {}, startsDatabase = false } = options;
  const log = createLog(options.log ?? {});
  const database = await openProjectDatabase({
    folder: place.folder.path,
    localFolder: place.local,
    environment,
    startsEmbedded: startsDatabase,
    log,
    tell: options.tell ?? (() => {}),
  });
  try {
    if (place.mode.hasAccounts && !database) {
      const message = "Accounts are kept in a database, and there is none. Set DATABASE_URL to a PostgreSQL.";
      throw new ServerError("accounts-need-database", message);
    }
    return await serve(options, place, { database, log });
  } catch (error) {
    await database?.close();
    throw error;
  }
}

async function serve(
  { environment = {}, limits, studio, client }: ServerOptions,
  { folder, local, bind, mode }: HeldPlace,
  { database, log }: Pick<RunningParts, "database" | "log">,
): Promise<RunningParts> {
  let address = "";
  const audit = database ? new AuditInDatabase(database.audit) : new AuditInServerLog(log);
  const people =
    mode.hasAccounts && database
      ? peopleOf(database, mode, { audit, address: () => address, onChanged: () => services.streams.close() })
      : undefined;
  const services = openServices({
    folder,
    localFolder: local,
    // A copy, because each look at process.env itself asks the system.
    environment: { ...environment },
    limits: { ...defaultRunServiceLimits, ...limits },
    runStore: database?.runs,
    databaseAnswers: database && (() => database.answers()),
    historyLimits: historyLimitsOf(environment),
    people,
    audit,
    auditTrail: database?.audit,
    log,
  });
  const application = createApplication({
    routes: routeTable(services, {
      version,
      ...(studio === undefined ? {} : { studio: new SiteFiles(studio) }),
      ...(client === undefined ? {} : { client: new SiteFiles(client) }),
    }),
    hostNames: bind.hostNames,
    log,
    publicOrigin: mode.publicUrl?.origin,
    identify: people ? (head) => people.identity.callerOf(head) : () => ({ kind: "local" }),
    refusedPage: (refusal) => refusalReply(refusal, services.project),
    onAnswered: (answered) => services.metrics.answered(answered),
  });
  try {
    address = await listen(application, bind);
    await announceServer(local, address);
    log.info({ address, folder: folder.path }, "Rivulet is running");
    const firstAdministratorLink = await people?.links.forFirstAdministrator();
    const parts = { folder, localFolder: local, services, application, database, log };
    return { ...parts, address, firstAdministratorLink };
  } catch (error) {
    await application.close();
    services.project.close();
    throw error;
  }
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
  rest: Pick<PeopleOptions, "audit" | "onChanged"> & { readonly address: () => string },
): People {
  const { audit, onChanged, address } = rest;
  const baseUrl = () => publicUrl?.origin ?? address();
  const isSecure = publicUrl?.protocol === "https:";
  return openPeople({ accounts, keys, audit, baseUrl, isSecure, openId, onChanged });
}

/** In this order: what runs ends first, then nobody is let in any more, then what we have started is ended. */
async function stopParts(parts: RunningParts, grace: number): Promise<void> {
  const { services, application, folder, log } = parts;
  log.info("Rivulet is stopping");
  await services.runs.drain(grace);
  await services.cleaner.close();
  services.streams.close();
  await closeApplication(application);
  services.project.close();
  await services.dynamodb.stop();
  await parts.database?.close();
  await withdrawServer(parts.localFolder);
  folder.unlock();
  log.info("Rivulet has stopped");
}
