import { testDatabase } from "@rivulet/testkit";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrateTo, openDatabase } from "../database.ts";
import { testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "../runs/postgres-runs.ts";
import { claimRows } from "./claim-rows.ts";

const before = "0005-run-trace";

/** A database as it was before rows had a project: two servers wrote runs into it, and Ada had an account. */
async function fill(url: string): Promise<void> {
  await migrateTo(url, before);
  await using database = await openRaw(url);
  await sql`
insert into accounts (id, name, email, authoring, user_roles, created_at) values
  ('a', 'Ada', 'ada@example.org', 'administrator', '[]', '2026-01-02'),
  ('n', 'Bob', 'bob@example.org', 'none', '[]', '2026-01-02');
insert into audit (at, account, who, action, subject, detail) values (now(), 'old', 'Bob', 'x', 'y', '');
insert into runs (id, server, microflow, configuration, status, started_at, ended_at, log, who) values
  ('1', 'laptop:/shop', 'S.F', 'E', 'completed', '2026-02-01', '2026-02-01', '[]', 'Ada'),
  ('2', 'laptop:/shop', 'S.F', 'E', 'completed', '2026-02-01', '2026-02-01', '[]', 'Ada (key k)'),
  ('3', 'laptop:/shop', 'S.F', 'E', 'completed', '2026-01-01', '2026-01-01', '[]', 'Ada'),
  ('4', 'laptop:/garage', 'S.F', 'E', 'completed', '2026-02-01', '2026-02-01', '[]', 'Bob');`.execute(
    database.tables,
  );
}

/** Connects without bringing the tables up to date. */
async function openRaw(url: string) {
  const { Kysely, PostgresDialect } = await import("kysely");
  const { default: pg } = await import("pg");
  const tables = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  });
  return { tables, [Symbol.asyncDispose]: () => tables.destroy() };
}

test("rows of before come to their project: runs by their server, people to who starts first; owners where that is certain", async () => {
  await using server = await testPostgres();
  await using place = await testDatabase(server.url);
  await fill(place.url);
  await using database = await openDatabase(place.url);
  const idsOf = async (project: string) => {
    const runs = await new PostgresRuns(database, { project, server: "now" }).list({ limit: 9 });
    return runs.map(({ id, account }) => `${id} ${account}`).toSorted();
  };
  const claim = (project: string, name: string) => claimRows(database, project, { kind: "of-server", name });
  await claim("shop", "laptop:/shop");
  await claim("garage", "laptop:/garage");
  // Ada's account is younger than the third run, and Bob's name has been another's.
  expect(await idsOf("shop")).toEqual(["1 a", "2 a", "3 null"]);
  expect(await idsOf("garage")).toEqual(["4 null"]);
  const people = await database.tables.selectFrom("accounts").select(["id", "project"]).execute();
  expect(people.map(({ project }) => project)).toEqual(["shop", "shop"]);
}, 60_000);

test("a database of the project's own is all the project's, wherever its folder was before", async () => {
  await using server = await testPostgres();
  await using place = await testDatabase(server.url);
  await fill(place.url);
  await using database = await openDatabase(place.url);
  await claimRows(database, "shop", { kind: "all" });
  const runs = await new PostgresRuns(database, { project: "shop", server: "now" }).list({ limit: 9 });
  expect(runs).toHaveLength(4);
}, 60_000);
