export { assertWhole, readBackup, writeBackup } from "./backup/backup-file.ts";
export type { BackupHead, BackupLine } from "./backup/backup-line.ts";
export { type DatabaseDump, openDump } from "./backup/dump-tables.ts";
export { loadTables } from "./backup/load-tables.ts";
export { type Database, type DatabasePatience, openDatabase } from "./database.ts";
export {
  type AccountChange,
  PostgresAccounts,
  type StoredAccount,
  type TakenName,
  type TryLimits,
} from "./people/postgres-accounts.ts";
export { type NamedKey, type OwnedKey, PostgresApiKeys, type StoredKey } from "./people/postgres-api-keys.ts";
export { type AuditFilter, type NumberedAuditEntry, PostgresAudit } from "./people/postgres-audit.ts";
export { DatabaseError } from "./postgres/database-error.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
  type UpgradeOptions,
} from "./postgres/embedded-postgres.ts";
export { type ClaimableRows, claimRows } from "./projects/claim-rows.ts";
export { PostgresRuns, type RunsOwner } from "./runs/postgres-runs.ts";
export { type OwnServer, PostgresServers, type ServersSeen } from "./servers/postgres-servers.ts";
