import { runStoreCases, storedRunFor, type TestDatabase } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "./postgres-runs.ts";

let postgres: TestDatabase;
let database: Database;
let runs: PostgresRuns;
const here = { project: "shop", server: "here" };

beforeAll(async () => {
  postgres = await testPostgres();
  database = await openDatabase(postgres.url);
});

beforeEach(async () => {
  await database.tables.deleteFrom("runs").execute();
  runs = new PostgresRuns(database, here);
});

afterAll(async () => {
  await database.close();
  await postgres[Symbol.asyncDispose]();
});

const run = storedRunFor;

test.each(runStoreCases)("$name", async ({ act, expected }) => {
  expect(await act(runs)).toEqual(expected);
});

test("an error may hold characters that PostgreSQL has not: they are left out of the line", async () => {
  await runs.save([run("a", { status: "failed", endedAt: 2_000, failure: "x: \0\ud800!" })]);
  expect(await runs.find("a")).toMatchObject({ failure: "x: \ufffd!" });
});

test("runs of another project in the same database are neither seen nor touched", async () => {
  const ended = { status: "completed", endedAt: 1_500 } as const;
  const others = new PostgresRuns(database, { project: "garage", server: "here" });
  await others.save([run("theirs"), run("old", ended)]);
  await runs.save([run("mine", ended)]);
  expect(await runs.find("theirs")).toBeUndefined();
  expect(await runs.list({ limit: 9 })).toHaveLength(1);
  expect(await runs.list({ limit: 9, after: "theirs" })).toEqual([]);
  await runs.save([run("theirs", { status: "failed", endedAt: 9 })]);
  await runs.wantCancelled("theirs");
  expect(await runs.clean({ since: 9_999, runs: 0, bytes: 0 })).toBe(1);
  expect(await others.find("theirs")).toEqual(run("theirs"));
  expect(await others.find("old")).toEqual(run("old", ended));
});

test("opening a database again changes nothing in it", async () => {
  await runs.save([run("a")]);
  await using again = await openDatabase(postgres.url);
  expect(await new PostgresRuns(again, here).find("a")).toEqual(run("a"));
});

test("a database that is not there is named, without its password", async () => {
  await expect(openDatabase("postgres://ada:secret@127.0.0.1:9/shop")).rejects.toSatisfy(
    ({ code, message }: { code: string; message: string }) =>
      code === "not-reached" && message.includes("127.0.0.1:9") && !message.includes("secret"),
  );
});
