import type { Migration } from "kysely/migration";

/** From where in the application a run was started. Runs from before do not know. */
export const runPlace: Migration = {
  async up(database) {
    await database.schema.alterTable("runs").addColumn("place", "text").execute();
  },
};
