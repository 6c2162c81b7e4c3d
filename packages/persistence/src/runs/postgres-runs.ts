import type {
  FlowErrorJson,
  RunFilter,
  RunRetention,
  RunStore,
  StoredRun,
  StoredRunSummary,
} from "@rivulet/runtime";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { rowOf, runOf, summaryColumns, summaryOf } from "./run-row.ts";
import { saveRows } from "./save-rows.ts";

/** What the runs say that were under way when their server was killed. */
const interruption: FlowErrorJson = {
  code: "server-ended",
  message: "The server ended while the microflow was running. Nobody knows how far it got.",
  microflow: null,
  activity: null,
  isRetryable: false,
  details: {},
  cause: null,
};

/** Rows that are deleted at once, so that nothing waits for long. */
const deletedAtOnce = 500;

/**
 * The history of runs in PostgreSQL. A run that has ended never changes again, whatever is written later.
 *
 * @example const runs = new PostgresRuns(database, "laptop:/home/ada/shop");
 */
export class PostgresRuns implements RunStore {
  readonly #tables: Database["tables"];
  readonly #pool: Database["pool"];
  readonly #server: string;

  /** @param server names this server and no other, and is the same after a restart */
  constructor({ tables, pool }: Pick<Database, "tables" | "pool">, server: string) {
    this.#tables = tables;
    this.#pool = pool;
    this.#server = server;
  }

  async save(runs: readonly StoredRun[]): Promise<void> {
    if (runs.length === 0) return;
    await saveRows(
      this.#pool,
      runs.map((run) => rowOf(run, this.#server)),
    );
  }

  async find(id: string): Promise<StoredRun | undefined> {
    const row = await this.#tables.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
    return row && runOf(row);
  }

  async list({ microflow, status, who, from, to, failure, after, limit }: RunFilter) {
    let query = this.#tables.selectFrom("runs").select(summaryColumns);
    if (microflow !== undefined) query = query.where("microflow", "=", microflow);
    if (status !== undefined) query = query.where("status", "=", status);
    if (who !== undefined) query = query.where("who", "=", who);
    if (from !== undefined) query = query.where("started_at", ">=", new Date(from));
    if (to !== undefined) query = query.where("started_at", "<", new Date(to));
    if (failure !== undefined) query = query.where("failure", "ilike", patternOf(failure));
    if (after !== undefined) {
      query = query.where(
        sql<boolean>`(started_at, id) < (select started_at, id from runs as earlier where earlier.id = ${after})`,
      );
    }
    const rows = await query.orderBy("started_at", "desc").orderBy("id", "desc").limit(limit).execute();
    return rows.map((row): StoredRunSummary => summaryOf(row));
  }

  async endInterrupted(at: number): Promise<number> {
    const { code, message } = interruption;
    const { numUpdatedRows } = await this.#tables
      .updateTable("runs")
      .set({
        status: "failed",
        ended_at: new Date(at),
        error: JSON.stringify(interruption),
        failure: `${code}: ${message}`,
      })
      .where("server", "=", this.#server)
      .where("status", "=", "running")
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  async clean({ since, runs, bytes }: RunRetention): Promise<number> {
    // By the order in which they were written: a clock that was set back stamps new runs as old ones.
    const newestFirst = sql`over (order by position desc)`;
    const { numAffectedRows = 0n } = await sql`
delete from runs where status <> 'running' and id in (
  select id from (
    select id, position, status, started_at, row_number() ${newestFirst} as runs, sum(size) ${newestFirst} as bytes from runs
  ) as kept
  where status <> 'running' and (started_at < ${new Date(since)} or runs > ${runs} or bytes > ${bytes})
  order by position limit ${deletedAtOnce}
)`.execute(this.#tables);
    return Number(numAffectedRows);
  }
}

/** The pattern that finds a text as it is, anywhere. */
function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
