import type { Migration } from "kysely/migration";

/** To which trace of OpenTelemetry a run belongs. Runs from before know of none. */
export const runTrace: Migration = {
  async up(database) {
    await database.schema.alterTable("runs").addColumn("trace_id", "text").execute();
  },
};
