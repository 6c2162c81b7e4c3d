import type pg from "pg";
import { migrateTo } from "../database.ts";
import { migrationOf } from "../migrations/migration-of.ts";
import { connectedClient } from "../postgres/connected-client.ts";
import { DatabaseError } from "../postgres/database-error.ts";
import type { BackupLine } from "./backup-line.ts";
import { tablesInOrder } from "./dump-tables.ts";

const rowsAtOnce = 200;

const notEmpty = (reason: string) =>
  new DatabaseError(
    "not-restored",
    `The database is not empty: ${reason}. Nothing was changed. Restore into an empty one.`,
  );

/** Nothing of anybody's may be there; tables without rows may, when they are at the step of the backup. */
async function assertEmpty(client: pg.Client, migration: string): Promise<void> {
  const present = await migrationOf(client);
  if (present !== null && present !== migration) throw notEmpty(`its tables are at the step ${present}`);
  for (const name of await tablesInOrder(client)) {
    const { rows } = await client.query(`select 1 from ${client.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) throw notEmpty(`its table ${name} has rows`);
  }
}

/** A database that is filled from a backup. */
class Loader {
  readonly #client: pg.Client;
  #known: readonly string[] = [];
  #table: string | undefined;
  #rows: string[] = [];
  rows = 0;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async begin(): Promise<void> {
    await this.#client.query("begin");
    this.#known = await tablesInOrder(this.#client);
  }

  async take(line: BackupLine): Promise<void> {
    if (line.kind === "table") {
      await this.#flush();
      if (!this.#known.includes(line.name)) {
        throw new DatabaseError(
          "not-restored",
          `The backup has a table ${line.name} that is not known here.`,
        );
      }
      this.#table = line.name;
    } else if (line.kind === "row") {
      this.#rows.push(line.row);
      if (this.#rows.length >= rowsAtOnce) await this.#flush();
    }
  }

  async end(): Promise<void> {
    await this.#flush();
    for (const name of this.#known) await this.#continueCounting(name);
    await this.#client.query("commit");
  }

  async #flush(): Promise<void> {
    if (this.#rows.length === 0 || this.#table === undefined) return;
    const table = this.#client.escapeIdentifier(this.#table);
    await this.#client.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`,
      [`[${this.#rows.join(",")}]`],
    );
    this.rows += this.#rows.length;
    this.#rows = [];
  }

  /** Columns that PostgreSQL numbers go on after the largest number. */
  async #continueCounting(name: string): Promise<void> {
    const { rows } = await this.#client.query<{ column: string }>(
      `select column_name as "column" from information_schema.columns
       where table_schema = current_schema() and table_name = $1 and is_identity = 'YES'`,
      [name],
    );
    const table = this.#client.escapeIdentifier(name);
    for (const { column } of rows) {
      const identifier = this.#client.escapeIdentifier(column);
      await this.#client.query(
        `select setval(pg_get_serial_sequence($1, $2), (select max(${identifier}) from ${table}))
         where exists (select 1 from ${table})`,
        [table, column],
      );
    }
  }
}

/**
 * Fills an empty database from a backup, all of it or nothing. Returns how many rows it has taken; whoever opens the
 * database next brings its tables up to date.
 *
 * @param migration the step that the backup's tables were at
 * @throws {DatabaseError} `not-restored`, `not-reached`
 */
export async function loadTables(
  url: string,
  migration: string,
  lines: AsyncIterable<BackupLine>,
): Promise<number> {
  const client = await connectedClient(url);
  try {
    await assertEmpty(client, migration);
    await migrateTo(url, migration);
    const loader = new Loader(client);
    await loader.begin();
    for await (const line of lines) await loader.take(line);
    await loader.end();
    return loader.rows;
  } finally {
    await client.end();
  }
}
