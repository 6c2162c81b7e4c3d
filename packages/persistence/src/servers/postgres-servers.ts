import { isAlive, type ProcessIdentity, thisProcess } from "@rivulet/model/folder";
import type { FlowErrorJson } from "@rivulet/runtime";
import { type Kysely, type Selectable, sql } from "kysely";
import type { Tables } from "../database.ts";
import type { ServerTable } from "./server-table.ts";
import { thisMachine } from "./this-machine.ts";

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

/** A server of another machine that has not looked round for so long has ended, in milliseconds. */
const longestSilence = 60_000;

/** What a server sees when it looks round. */
export interface ServersSeen {
  /** How many other servers of the project live. */
  readonly others: number;
  /** How many runs were ended whose server is gone. */
  readonly interrupted: number;
  /** Ids of own runs that somebody has cancelled at another server. */
  readonly cancelled: readonly string[];
  /** Changes when runs are written; empty while there is no other server. */
  readonly history: string;
}

/** Which server this is. */
export interface OwnServer {
  readonly id: string;
  readonly project: string;
  /** Where it runs, if not in this process of this machine. */
  readonly machine?: string;
  readonly process?: ProcessIdentity;
}

/**
 * The servers of a project that live at this moment, as they tell each other through the database. One of this machine
 * lives as long as its process; another one as long as it is seen looking round, by our own watch, so that no clock of a
 * machine counts. What the dead left under way is ended as failed by whoever notices first.
 */
export class PostgresServers {
  readonly #tables: Kysely<Tables>;
  readonly #own: Omit<ServerTable, "looks">;
  /** When another server was first seen with the number of looks that it still has. */
  readonly #seen = new Map<string, { readonly looks: string; readonly at: number }>();
  readonly #now: () => number;

  /** @param now milliseconds that only rise */
  constructor(tables: Kysely<Tables>, own: OwnServer, now: () => number = () => performance.now()) {
    const { id, project, machine = thisMachine(), process = thisProcess() } = own;
    this.#tables = tables;
    this.#own = { id, project, machine, pid: process.pid, process_start: process.start };
    this.#now = now;
  }

  /** Says that this server lives, and sees to what others have left behind. */
  async look(): Promise<ServersSeen> {
    await this.#tables
      .insertInto("servers")
      .values({ ...this.#own, looks: "1" })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ looks: sql`servers.looks + 1` }))
      .execute();
    const others = await this.#others();
    const dead = others.filter((other) => !this.#lives(other)).map(({ id }) => id);
    if (dead.length > 0) await this.#tables.deleteFrom("servers").where("id", "in", dead).execute();
    const living = others.length - dead.length;
    return {
      others: living,
      interrupted: await this.#endInterrupted(),
      cancelled: await this.#cancelled(),
      history: living > 0 ? await this.#history() : "",
    };
  }

  /** Says that this server ends; what it has still under way is ended as failed. */
  async leave(): Promise<void> {
    await this.#tables.deleteFrom("servers").where("id", "=", this.#own.id).execute();
    await this.#endInterrupted();
  }

  #others(): Promise<Selectable<ServerTable>[]> {
    const { id, project } = this.#own;
    return this.#tables
      .selectFrom("servers")
      .selectAll()
      .where("project", "=", project)
      .where("id", "<>", id)
      .execute();
  }

  #lives({ id, machine, pid, process_start: start, looks }: Selectable<ServerTable>): boolean {
    if (machine === this.#own.machine) return isAlive({ pid, start });
    const seen = this.#seen.get(id);
    const now = this.#now();
    if (seen?.looks !== looks) this.#seen.set(id, { looks, at: now });
    return seen?.looks !== looks || now - seen.at < longestSilence;
  }

  /** Every server is there before its first run, so a run without one was left by somebody who is gone. */
  async #endInterrupted(): Promise<number> {
    const { project } = this.#own;
    const { code, message } = interruption;
    const { numUpdatedRows } = await this.#tables
      .updateTable("runs")
      .set({
        status: "failed",
        ended_at: new Date(),
        error: JSON.stringify(interruption),
        failure: `${code}: ${message}`,
      })
      .where("project", "=", project)
      .where("status", "=", "running")
      .where("server", "not in", (from) =>
        from.selectFrom("servers").select("id").where("project", "=", project),
      )
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  async #cancelled(): Promise<readonly string[]> {
    const rows = await this.#tables
      .selectFrom("runs")
      .select("id")
      .where("project", "=", this.#own.project)
      .where("server", "=", this.#own.id)
      .where("status", "=", "running")
      .where("is_cancel_wanted", "=", true)
      .execute();
    return rows.map(({ id }) => id);
  }

  async #history(): Promise<string> {
    const { project } = this.#own;
    const { rows } = await sql<{ newest: string | null; running: string }>`
select (select max(position) from runs where project = ${project}) as newest,
  (select count(*) from runs where project = ${project} and status = 'running') as running`.execute(
      this.#tables,
    );
    return `${rows[0]?.newest} ${rows[0]?.running}`;
  }
}
