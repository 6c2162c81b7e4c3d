import type { FlowErrorJson, RunFilter, RunStore, StoredRun } from "@rivulet/runtime";
import type { Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import type { Tables } from "../database.ts";
import type { RunTable } from "./run-table.ts";

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

/**
 * The history of runs in PostgreSQL. A run that has ended never changes again, whatever is written later.
 *
 * @example const runs = new PostgresRuns(database.tables, "laptop:/home/ada/shop");
 */
export class PostgresRuns implements RunStore {
  readonly #tables: Kysely<Tables>;
  readonly #server: string;

  /** @param server names this server and no other, and is the same after a restart */
  constructor(tables: Kysely<Tables>, server: string) {
    this.#tables = tables;
    this.#server = server;
  }

  async save(runs: readonly StoredRun[]): Promise<void> {
    if (runs.length === 0) return;
    await this.#tables
      .insertInto("runs")
      .values(runs.map((run) => ({ ...rowOf(run), server: this.#server })))
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet((row) => ({
            status: row.ref("excluded.status"),
            ended_at: row.ref("excluded.ended_at"),
            error: row.ref("excluded.error"),
            log: row.ref("excluded.log"),
          }))
          .where("runs.status", "=", "running"),
      )
      .execute();
  }

  async find(id: string): Promise<StoredRun | undefined> {
    const row = await this.#tables.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
    return row && runOf(row);
  }

  async list({ microflow, status, after, limit }: RunFilter): Promise<readonly StoredRun[]> {
    let query = this.#tables.selectFrom("runs").selectAll();
    if (microflow !== undefined) query = query.where("microflow", "=", microflow);
    if (status !== undefined) query = query.where("status", "=", status);
    if (after !== undefined) {
      query = query.where(
        sql<boolean>`(started_at, id) < (select started_at, id from runs as earlier where earlier.id = ${after})`,
      );
    }
    const rows = await query.orderBy("started_at", "desc").orderBy("id", "desc").limit(limit).execute();
    return rows.map(runOf);
  }

  async endInterrupted(at: number): Promise<number> {
    const { numUpdatedRows } = await this.#tables
      .updateTable("runs")
      .set({ status: "failed", ended_at: new Date(at), error: JSON.stringify(interruption) })
      .where("server", "=", this.#server)
      .where("status", "=", "running")
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }
}

function rowOf(run: StoredRun) {
  const { id, microflow, configuration, status, startedAt, endedAt, error, log } = run;
  return {
    id,
    microflow,
    configuration,
    status,
    started_at: new Date(startedAt),
    ended_at: endedAt === null ? null : new Date(endedAt),
    error: error === null ? null : JSON.stringify(error),
    log: JSON.stringify(log),
  };
}

function runOf(row: Selectable<RunTable>): StoredRun {
  return {
    id: row.id,
    microflow: row.microflow,
    configuration: row.configuration,
    status: row.status,
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    error: row.error === null ? null : (JSON.parse(row.error) as StoredRun["error"]),
    log: JSON.parse(row.log) as StoredRun["log"],
  };
}
