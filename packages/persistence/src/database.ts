import { setTimeout as delay } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { migrationOf } from "./migrations/migration-of.ts";
import { migrations } from "./migrations/migrations.ts";
import type {
  AccountTable,
  ApiKeyTable,
  AuditTable,
  FailedSignInTable,
  OneTimeLinkTable,
  SessionTable,
} from "./people/people-tables.ts";
import { askedPool } from "./postgres/asked-pool.ts";
import { assertAddress, assertSupported, connectionProblem } from "./postgres/connection-problem.ts";
import { DatabaseError } from "./postgres/database-error.ts";
import { PatientPool } from "./postgres/patient-pool.ts";
import type { RunTable } from "./runs/run-table.ts";
import type { ServerTable } from "./servers/server-table.ts";

/** All tables, as the newest migration leaves them. */
export interface Tables {
  readonly runs: RunTable;
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly one_time_links: OneTimeLinkTable;
  readonly failed_sign_ins: FailedSignInTable;
  readonly api_keys: ApiKeyTable;
  readonly audit: AuditTable;
  readonly servers: ServerTable;
}

/** A database with today's tables. */
export interface Database extends AsyncDisposable {
  readonly tables: Kysely<Tables>;
  /** The same connections, for the few statements that PostgreSQL shall prepare once. */
  readonly pool: pg.Pool;
  /** Whether it takes questions at this moment. Never rejects. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** How many connections one process holds at most. */
const mostConnections = 10;

/** Who asks whether the database answers is told so late that it does not, in milliseconds. */
const longestLook = 2_000;

/** How long a database is waited for, in milliseconds, before whoever asks is told that it is away. */
export interface DatabasePatience {
  /** So long a question waits for one that is gone: another process starts it again, most of the time. */
  readonly absence: number;
  /** A question that is not answered for so long has failed: a network may swallow it without a word. */
  readonly silence: number;
}

const defaultPatience: DatabasePatience = { absence: 5_000, silence: 10_000 };

/**
 * Connects to a PostgreSQL and brings its tables up to date.
 *
 * Later, whatever is asked through `tables` while it is away fails with `DatabaseAway`.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws {DatabaseError} `not-reached`, `newer-tables`
 */
export async function openDatabase(
  url: string,
  { absence, silence }: DatabasePatience = defaultPatience,
): Promise<Database> {
  assertAddress(url);
  await bringUpToDate(url);
  const pool = new PatientPool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: silence,
    query_timeout: silence,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  outliveBreaks(pool);
  pool.patience = absence;
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: askedPool(pool) }) });
  const close = () => tables.destroy();
  const answers = () => Promise.race([pool.answers(), delay(longestLook, false, { ref: false })]);
  return { tables, pool, answers, close, [Symbol.asyncDispose]: close };
}

/**
 * A connection that breaks between two questions: the next one opens another. The pool listens to those that nobody has, and not
 * to one that a transaction holds; what nobody listens to would end the process.
 */
function outliveBreaks(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}

/** Over a connection of its own, on which a step may take as long as it takes. */
async function bringUpToDate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, max: 1 });
  outliveBreaks(pool);
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertFits(pool);
    const { error } = await migratorOf(tables).migrateToLatest();
    if (error !== undefined) throw error;
  } catch (error) {
    throw connectionProblem(url, error);
  } finally {
    await tables.destroy();
  }
}

function migratorOf(tables: Kysely<Tables>): Migrator {
  return new Migrator({ db: tables, provider: { getMigrations: async () => ({ ...migrations }) } });
}

/** Nothing is written to a server that is too old, nor to tables that are newer than we are. */
async function assertFits(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: string }>(
    "select current_setting('server_version_num') as number",
  );
  assertSupported(Number(rows[0]?.number));
  const step = await migrationOf(pool);
  if (step === null || Object.hasOwn(migrations, step)) return;
  const message = `The tables of the database were made by a newer Rivulet (${step}). Nothing was changed. Start that one, or name another database.`;
  throw new DatabaseError("newer-tables", message);
}

/**
 * Brings an empty database to an earlier step of its tables, for what was written then.
 *
 * @throws {DatabaseError} `not-restored` for a step that is not known here, `not-reached`
 */
export async function migrateTo(url: string, step: string): Promise<void> {
  if (!Object.hasOwn(migrations, step)) {
    const message = `The backup was made by a newer Rivulet (${step}). Nothing was changed. Restore it with that one.`;
    throw new DatabaseError("not-restored", message);
  }
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, max: 1 });
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error } = await migratorOf(tables).migrateTo(step);
    if (error !== undefined) throw connectionProblem(url, error);
  } finally {
    await tables.destroy();
  }
}
