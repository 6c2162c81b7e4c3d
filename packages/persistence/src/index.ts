export { type Database, openDatabase } from "./database.ts";
export {
  type AccountChange,
  PostgresAccounts,
  type StoredAccount,
  type TakenName,
  type TryLimits,
} from "./people/postgres-accounts.ts";
export { type OwnedKey, PostgresApiKeys, type StoredKey } from "./people/postgres-api-keys.ts";
export { type AuditFilter, type NumberedAuditEntry, PostgresAudit } from "./people/postgres-audit.ts";
export { DatabaseError } from "./postgres/database-error.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./postgres/embedded-postgres.ts";
export { PostgresRuns } from "./runs/postgres-runs.ts";
