import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The history of runs. JSON stands as text: `jsonb` refuses the character 0, which a log may hold. */
export const runs: Migration = {
  async up(database) {
    await database.schema
      .createTable("runs")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("position", "bigint", (column) => column.generatedAlwaysAsIdentity())
      .addColumn("server", "text", (column) => column.notNull())
      .addColumn("microflow", "text", (column) => column.notNull())
      .addColumn("configuration", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) =>
        column.notNull().check(sql`status in ('running', 'completed', 'failed', 'cancelled')`),
      )
      .addColumn("started_at", "timestamptz", (column) => column.notNull())
      .addColumn("ended_at", "timestamptz")
      .addColumn("error", "text")
      .addColumn("log", "text", (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex("runs_newest")
      .on("runs")
      .columns(["started_at desc", "id desc"])
      .execute();
    await database.schema
      .createIndex("runs_of_microflow")
      .on("runs")
      .columns(["microflow", "started_at desc", "id desc"])
      .execute();
    await sql`create index runs_under_way on runs (server) where status = 'running'`.execute(database);
  },
};
