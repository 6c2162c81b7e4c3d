import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What a run took, gave and did, and who ran what. Runs from before know nothing of it. */
export const runContent: Migration = {
  async up(database) {
    await database.schema
      .alterTable("runs")
      .dropColumn("position")
      .addColumn("duration", "double precision")
      .addColumn("who", "text")
      .addColumn("content_hash", "text")
      .addColumn("failure", "text")
      .addColumn("parameters", "text")
      .addColumn("result", "text")
      .addColumn("trace", "text")
      .addColumn("cut", "text", (column) => column.notNull().defaultTo(""))
      .addColumn("redacted", "text", (column) => column.notNull().defaultTo(""))
      .addColumn("size", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update runs set size = length(log) + coalesce(length(error), 0)`.execute(database);
  },
};
