import type { RunFilter, RunRetention, RunStore, StoredRun, StoredRunSummary } from "@rivulet/runtime";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { askAgain } from "../postgres/patient-pool.ts";
import { rowOf, runOf, summaryColumns, summaryOf } from "./run-row.ts";
import { saveRows } from "./save-rows.ts";

/** Rows that are deleted at once, so that nothing waits for long. */
const deletedAtOnce = 500;

/** Whose runs are written. */
export interface RunsOwner {
  /** Identity of the project: runs of others in the same database are neither shown nor touched. */
  readonly project: string;
  /** Names this life of this server and no other. */
  readonly server: string;
}

/**
 * The history of runs of a project in PostgreSQL. A run that has ended never changes again, whatever is written later.
 *
 * @example const runs = new PostgresRuns(database, { project: "5f0c…", server: "laptop 1" });
 */
export class PostgresRuns implements RunStore {
  readonly #tables: Database["tables"];
  readonly #pool: Database["pool"];
  readonly #owner: RunsOwner;

  constructor({ tables, pool }: Pick<Database, "tables" | "pool">, owner: RunsOwner) {
    this.#tables = tables;
    this.#pool = pool;
    this.#owner = owner;
  }

  async save(runs: readonly StoredRun[]): Promise<void> {
    if (runs.length === 0) return;
    await saveRows(
      this.#pool,
      runs.map((run) => rowOf(run, this.#owner)),
    );
  }

  async find(id: string): Promise<StoredRun | undefined> {
    const question = this.#tables
      .selectFrom("runs")
      .selectAll()
      .where("id", "=", id)
      .where("project", "=", this.#owner.project);
    const row = await askAgain(() => question.executeTakeFirst());
    return row && runOf(row);
  }

  async list({ microflow, status, who, account, from, to, failure, after, limit }: RunFilter) {
    const { project } = this.#owner;
    let query = this.#tables.selectFrom("runs").select(summaryColumns).where("project", "=", project);
    if (microflow !== undefined) query = query.where("microflow", "=", microflow);
    if (status !== undefined) query = query.where("status", "=", status);
    if (who !== undefined) query = query.where("who", "=", who);
    if (account !== undefined) query = query.where("account", "=", account);
    if (from !== undefined) query = query.where("started_at", ">=", new Date(from));
    if (to !== undefined) query = query.where("started_at", "<", new Date(to));
    if (failure !== undefined) query = query.where("failure", "ilike", patternOf(failure));
    if (after !== undefined) {
      query = query.where(
        sql<boolean>`(started_at, id) < (select started_at, id from runs as earlier where earlier.id = ${after} and earlier.project = ${project})`,
      );
    }
    const question = query.orderBy("started_at", "desc").orderBy("id", "desc").limit(limit);
    const rows = await askAgain(() => question.execute());
    return rows.map((row): StoredRunSummary => summaryOf(row));
  }

  async wantCancelled(id: string): Promise<void> {
    const wish = this.#tables
      .updateTable("runs")
      .set({ is_cancel_wanted: true })
      .where("id", "=", id)
      .where("project", "=", this.#owner.project)
      .where("status", "=", "running");
    await askAgain(() => wish.execute());
  }

  async clean({ since, runs, bytes }: RunRetention): Promise<number> {
    // By the order in which they were written: a clock that was set back stamps new runs as old ones.
    const newestFirst = sql`over (order by position desc)`;
    const { numAffectedRows = 0n } = await sql`
delete from runs where status <> 'running' and id in (
  select id from (
    select id, position, status, started_at, row_number() ${newestFirst} as runs, sum(size) ${newestFirst} as bytes from runs
    where project = ${this.#owner.project}
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
