import type { Migration } from "kysely/migration";

/** In which order runs were written: a clock that is set back must not make the newest runs the oldest. */
export const runOrder: Migration = {
  async up(database) {
    await database.schema
      .alterTable("runs")
      .addColumn("position", "bigint", (column) => column.generatedAlwaysAsIdentity())
      .execute();
    await database.schema.createIndex("runs_in_order").on("runs").column("position").execute();
  },
};
