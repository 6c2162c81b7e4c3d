import { hostname } from "node:os";
import { join } from "node:path";
import type { PostgresAccounts, PostgresApiKeys, PostgresAudit } from "@rivulet/persistence";
import type { RunStore } from "@rivulet/runtime";
import type { Logger } from "pino";
import { ServerError } from "./server-error.ts";

/** What a server needs to find its database. */
export interface DatabaseOptions {
  /** The project folder: with the name of the machine it tells this server from others. */
  readonly folder: string;
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether to start a PostgreSQL of our own where `DATABASE_URL` names none. */
  readonly startsEmbedded: boolean;
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
  const { environment, startsEmbedded, log } = options;
  const named = environment["DATABASE_URL"] ?? "";
  if (named === noDatabase || (named === "" && !startsEmbedded)) return undefined;
  try {
    const database = await (named === "" ? openEmbedded(options) : openNamed(named, options));
    const interrupted = await database.runs.endInterrupted(Date.now());
    if (interrupted > 0) log.warn({ runs: interrupted }, "runs were under way when the server ended");
    return database;
  } catch (error) {
    const { message } = error as Error;
    const remedy = named === "" ? withoutEmbedded : "Correct DATABASE_URL.";
    throw new ServerError("no-database", `${message} ${remedy}`, { cause: error });
  }
}

async function openNamed(url: string, { folder }: DatabaseOptions): Promise<ProjectDatabase> {
  const { openDatabase, PostgresAccounts, PostgresApiKeys, PostgresAudit, PostgresRuns } = await import(
    "@rivulet/persistence"
  );
  const database = await openDatabase(url);
  return {
    accounts: new PostgresAccounts(database.tables),
    keys: new PostgresApiKeys(database.tables),
    audit: new PostgresAudit(database.tables),
    runs: new PostgresRuns(database, `${hostname()}:${folder}`),
    answers: () => database.answers(),
    close: () => database.close(),
  };
}

async function openEmbedded(options: DatabaseOptions): Promise<ProjectDatabase> {
  const { startEmbeddedPostgres } = await import("@rivulet/persistence");
  const { environment, localFolder, log, tell } = options;
  const postgres = await startEmbeddedPostgres({
    folder: join(environment["RIVULET_DATA"] || localFolder, "postgres"),
    log: (line) => log.warn(line),
    upgrade: { earlierPrograms: environment["RIVULET_EARLIER_POSTGRES"], tell },
  });
  const database = await openNamed(postgres.url, options).catch(async (error: unknown) => {
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
