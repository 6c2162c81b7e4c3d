import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const tablesOfProjects = ["runs", "accounts", "one_time_links", "failed_sign_ins", "audit"] as const;

/**
 * Projects that share a database have nothing else in common: whose a row is stands in it. What was there before belongs to
 * no project yet; the first server that knows takes it (`projects/claim-rows.ts`). And which servers live now, and by
 * which account a run was started, since names change hands.
 */
export const projects: Migration = {
  async up(database) {
    const { schema } = database;
    for (const table of tablesOfProjects) {
      await schema
        .alterTable(table)
        .addColumn("project", "text", (column) => column.notNull().defaultTo(""))
        .execute();
    }
    await schema
      .alterTable("runs")
      .addColumn("account", "text")
      .addColumn("is_cancel_wanted", "boolean", (column) => column.notNull().defaultTo(false))
      .execute();
    await sql`
drop index runs_newest;
drop index runs_of_microflow;
drop index runs_in_order;
drop index runs_under_way;
create index runs_newest on runs (project, started_at desc, id desc);
create index runs_of_microflow on runs (project, microflow, started_at desc, id desc);
create index runs_of_account on runs (project, account, started_at desc, id desc) where account is not null;
create index runs_in_order on runs (project, position);
create index runs_under_way on runs (project, server) where status = 'running';

alter table accounts drop constraint accounts_email_key;
alter table accounts drop constraint accounts_open_id_key;
drop index accounts_by_name;
create unique index accounts_by_email on accounts (project, email);
create unique index accounts_by_open_id on accounts (project, open_id);
create unique index accounts_by_name on accounts (project, lower(name));

alter table failed_sign_ins drop constraint failed_sign_ins_pkey;
alter table failed_sign_ins add primary key (project, email);

drop index audit_of_action;
drop index audit_of_account;
create index audit_in_order on audit (project, id desc);
create index audit_of_action on audit (project, action, id desc);

create table servers (
  id text primary key,
  project text not null,
  machine text not null,
  pid integer not null,
  process_start text not null,
  looks bigint not null
);
create index servers_of_project on servers (project)`.execute(database);
    await fillAccounts(database);
  },
};

/**
 * Whose a run of before was, where that is certain: the account was there already, has the name that stands in the run, and
 * the audit log knows nobody else of that name. Every other run of before is shown to those who may see all.
 */
async function fillAccounts(database: Parameters<Migration["up"]>[0]): Promise<void> {
  await sql`
update runs set account = accounts.id from accounts
where (runs.who = accounts.name or starts_with(runs.who, accounts.name || ' (key '))
  and accounts.created_at <= runs.started_at
  and not exists (
    select 1 from audit where audit.account <> accounts.id
      and (audit.who = accounts.name or starts_with(audit.who, accounts.name || ' (key '))
  )`.execute(database);
}
