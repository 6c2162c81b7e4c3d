import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type {
  ClaimableRows,
  DatabasePatience,
  PostgresAccounts,
  PostgresApiKeys,
  PostgresAudit,
  PostgresServers,
} from "@rivulet/persistence";
import type { RunStore } from "@rivulet/runtime";
import type { Logger } from "pino";
import { ServerError } from "./server-error.ts";

/** What a server needs to find its database. */
export interface DatabaseOptions {
  /** The project folder. */
  readonly folder: string;
  /** Tells the project from others in the same database. */
  readonly project: string;
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether to start a PostgreSQL of our own where `DATABASE_URL` names none. */
  readonly startsEmbedded: boolean;
  /** How long the database is waited for; left out, as long as is sensible. */
  readonly patience: DatabasePatience | undefined;
  readonly log: Logger;
  /** Is told in a sentence what takes its time, for whoever waits for the start. */
  readonly tell: (line: string) => void;
}

/** The database of a server. */
export interface ProjectDatabase {
  readonly runs: RunStore;
  readonly accounts: PostgresAccounts;
  readonly keys: PostgresApiKeys;
  readonly audit: PostgresAudit;
  /** The servers of the project; this one has been among them since the database was opened. */
  readonly servers: PostgresServers;
  /** Whether it takes questions at this moment. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** `DATABASE_URL` that asks for none. */
const noDatabase = "none";

const withoutEmbedded =
  "To run without a database, set DATABASE_URL=none: the history of runs is then lost when the server ends, and nobody can sign in.";

/**
 * Opens the database that `DATABASE_URL` names, else an embedded one below `RIVULET_DATA` or `.rivulet`. `undefined`
 * where nobody wants one: the history of runs is then in memory. A database that is wanted must be there: a server that
 * goes on without it would acknowledge what it loses.
 *
 * @throws {ServerError} `no-database`
 */
export async function openProjectDatabase(options: DatabaseOptions): Promise<ProjectDatabase | undefined> {
  const { environment, startsEmbedded } = options;
  const named = environment["DATABASE_URL"] ?? "";
  if (named === noDatabase || (named === "" && !startsEmbedded)) return undefined;
  try {
    return await (named === "" ? openEmbedded(options) : openNamed(named, options));
  } catch (error) {
    const { message } = error as Error;
    const sentence = named === "" ? `${message} ${withoutEmbedded}` : message;
    throw new ServerError("no-database", sentence, { cause: error });
  }
}

/** How a server was named in rows that do not know their project yet. */
const nameOfBefore = (folder: string) => `${hostname()}:${folder}`;

function openNamed(url: string, options: DatabaseOptions): Promise<ProjectDatabase> {
  return openAt(url, options, { kind: "of-server", name: nameOfBefore(options.folder) });
}

async function openAt(url: string, options: DatabaseOptions, rows: ClaimableRows): Promise<ProjectDatabase> {
  const persistence = await import("@rivulet/persistence");
  const { folder, project, patience, log } = options;
  const database = await persistence.openDatabase(url, patience);
  try {
    await persistence.claimRows(database, project, rows);
    const id = `${nameOfBefore(folder)} ${randomUUID()}`;
    const servers = new persistence.PostgresServers(database.tables, { id, project });
    const { interrupted } = await servers.look();
    if (interrupted > 0) log.warn({ runs: interrupted }, "runs were under way when their server ended");
    return {
      accounts: new persistence.PostgresAccounts(database.tables, project),
      keys: new persistence.PostgresApiKeys(database.tables, project),
      audit: new persistence.PostgresAudit(database.tables, project),
      runs: new persistence.PostgresRuns(database, { project, server: id }),
      servers,
      answers: () => database.answers(),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(options: DatabaseOptions): Promise<ProjectDatabase> {
  const { startEmbeddedPostgres } = await import("@rivulet/persistence");
  const { environment, localFolder, log, tell } = options;
  const postgres = await startEmbeddedPostgres({
    folder: join(environment["RIVULET_DATA"] || localFolder, "postgres"),
    log: (line) => log.warn(line),
    upgrade: { earlierPrograms: environment["RIVULET_EARLIER_POSTGRES"], tell },
  });
  const database = await openAt(postgres.url, options, { kind: "all" }).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  return {
    ...database,
    async close() {
      await database.close();
      await postgres.stop();
    },
  };
}
