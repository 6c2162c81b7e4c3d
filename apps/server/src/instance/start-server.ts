import { localFolder, ProjectFolder, projectIdentity } from "@rivulet/model/folder";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { ServerOptions } from "../create-server.ts";
import { createLog } from "../http/log.ts";
import type { Services } from "../services.ts";
import { startTelemetry } from "../telemetry/start-telemetry.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { type BindAddress, bindAddress } from "./bind-address.ts";
import type { Presence } from "./presence.ts";
import { openProjectDatabase, type ProjectDatabase } from "./project-database.ts";
import { assertProject } from "./project-root.ts";
import { serveFolder } from "./serve-folder.ts";
import { ServerError } from "./server-error.ts";
import { type ServerMode, serverMode } from "./server-mode.ts";

/** What a server serves, and where. */
export interface ServedPlace {
  readonly folder: ProjectFolder;
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly bind: BindAddress;
  readonly mode: ServerMode;
}

/** What a server has started besides its services. */
export interface Surroundings {
  readonly database: ProjectDatabase | undefined;
  /** Sends traces and metrics, where they are wanted. */
  readonly telemetry: Telemetry | undefined;
  readonly log: Logger;
}

/** A server that serves, in its parts. */
export interface RunningServer extends ServedPlace, Surroundings {
  readonly address: string;
  readonly firstAdministratorLink: string | undefined;
  readonly services: Services;
  readonly application: FastifyInstance;
  /** Among the servers that share the database. */
  readonly presence: Presence | undefined;
  /** Takes back that others find the server. */
  readonly withdraw: () => Promise<void>;
}

/**
 * Starts the database, or joins it, then serves. What was begun is ended where a later step fails.
 *
 * @throws {ServerError}
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment = {} } = options;
  const mode = serverMode({ accounts: options.accounts, environment });
  const bind = bindAddress({ host: options.host, port: options.port, environment, mode });
  const root = assertProject(options.folder);
  const folder = new ProjectFolder(root);
  return startOnFolder(options, { folder, localFolder: localFolder(root), bind, mode });
}

async function startOnFolder(options: ServerOptions, place: ServedPlace): Promise<RunningServer> {
  const { environment = {}, startsDatabase = false } = options;
  const log = createLog(options.log ?? {});
  const telemetry = await startTelemetry(environment, log);
  const database = await openProjectDatabase({
    folder: place.folder.path,
    project: projectIdentity(place.folder),
    localFolder: place.localFolder,
    environment,
    startsEmbedded: startsDatabase,
    patience: options.databasePatience,
    log,
    tell: options.tell ?? (() => {}),
  });
  try {
    if (place.mode.hasAccounts && !database) {
      const message =
        "Accounts are kept in a database, and there is none. Take DATABASE_URL=none away, or set it to a PostgreSQL.";
      throw new ServerError("accounts-need-database", message);
    }
    return await serveFolder(options, place, { database, telemetry, log });
  } catch (error) {
    await database?.servers.leave().catch(() => {});
    await database?.close();
    throw error;
  }
}
