import type { Migration } from "kysely/migration";

/** With whose rights a run was started. Runs from before do not know. */
export const runAs: Migration = {
  async up(database) {
    await database.schema.alterTable("runs").addColumn("run_as", "text").execute();
  },
};
