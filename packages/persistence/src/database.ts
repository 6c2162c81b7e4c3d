import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { migrations } from "./migrations/migrations.ts";
import type {
  AccountTable,
  ApiKeyTable,
  AuditTable,
  FailedSignInTable,
  OneTimeLinkTable,
  SessionTable,
} from "./people/people-tables.ts";
import { DatabaseError } from "./postgres/database-error.ts";
import type { RunTable } from "./runs/run-table.ts";

/** All tables, as the newest migration leaves them. */
export interface Tables {
  readonly runs: RunTable;
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly one_time_links: OneTimeLinkTable;
  readonly failed_sign_ins: FailedSignInTable;
  readonly api_keys: ApiKeyTable;
  readonly audit: AuditTable;
}

/** A database with today's tables. */
export interface Database extends AsyncDisposable {
  readonly tables: Kysely<Tables>;
  close(): Promise<void>;
}

/** How many connections one process holds at most. */
const mostConnections = 10;

/**
 * Connects to a PostgreSQL and brings its tables up to date.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws {DatabaseError} `not-reached`
 */
export async function openDatabase(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it: the next question opens another.
  pool.on("error", () => {});
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = () => tables.destroy();
  const { error } = await new Migrator({
    db: tables,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest();
  if (error !== undefined) {
    await close();
    const { hostname, port } = new URL(url);
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The PostgreSQL at ${hostname}:${port || 5432} cannot be used: ${reason}`;
    throw new DatabaseError("not-reached", message, { cause: error });
  }
  return { tables, close, [Symbol.asyncDispose]: close };
}
