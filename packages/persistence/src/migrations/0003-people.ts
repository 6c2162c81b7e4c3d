import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** People, how they get in, their keys, and what they did. No token and no password stands here, only hashes. */
export const people: Migration = {
  async up(database) {
    const { schema } = database;
    await schema
      .createTable("accounts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("email", "text", (column) => column.notNull().unique())
      .addColumn("password_hash", "text")
      .addColumn("open_id", "text", (column) => column.unique())
      .addColumn("authoring", "text", (column) =>
        column.notNull().check(sql`authoring in ('administrator', 'builder', 'viewer', 'none')`),
      )
      .addColumn("user_roles", "text", (column) => column.notNull())
      .addColumn("is_disabled", "boolean", (column) => column.notNull().defaultTo(false))
      .addColumn("created_at", "timestamptz", (column) => column.notNull())
      .addColumn("signed_in_at", "timestamptz")
      .execute();
    // "Who" is shown by name, so no two people have the same one.
    await sql`create unique index accounts_by_name on accounts (lower(name))`.execute(database);
    await schema
      .createTable("sessions")
      .addColumn("token_hash", "text", (column) => column.primaryKey())
      .addColumn("account", "text", (column) =>
        column.notNull().references("accounts.id").onDelete("cascade"),
      )
      .addColumn("expires_at", "timestamptz", (column) => column.notNull())
      .execute();
    await schema.createIndex("sessions_of_account").on("sessions").column("account").execute();
    await schema
      .createTable("one_time_links")
      .addColumn("token_hash", "text", (column) => column.primaryKey())
      // None: whoever has the link makes the first administrator.
      .addColumn("account", "text", (column) => column.references("accounts.id").onDelete("cascade"))
      .addColumn("expires_at", "timestamptz", (column) => column.notNull())
      .execute();
    await schema
      .createTable("failed_sign_ins")
      .addColumn("email", "text", (column) => column.primaryKey())
      .addColumn("tries", "integer", (column) => column.notNull())
      .addColumn("last_at", "timestamptz", (column) => column.notNull())
      .execute();
    await schema
      .createTable("api_keys")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("account", "text", (column) =>
        column.notNull().references("accounts.id").onDelete("cascade"),
      )
      .addColumn("scopes", "text", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull())
      .addColumn("expires_at", "timestamptz", (column) => column.notNull())
      .addColumn("used_at", "timestamptz")
      .execute();
    await schema
      .createTable("audit")
      .addColumn("id", "bigint", (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn("at", "timestamptz", (column) => column.notNull())
      // No reference: what somebody did outlives the account.
      .addColumn("account", "text")
      .addColumn("who", "text")
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("audit_of_action").on("audit").columns(["action", "id desc"]).execute();
    await schema.createIndex("audit_of_account").on("audit").columns(["account", "id desc"]).execute();
  },
};
