export { type Database, openDatabase } from "./database.ts";
export { DatabaseError } from "./postgres/database-error.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./postgres/embedded-postgres.ts";
export { PostgresRuns } from "./runs/postgres-runs.ts";
