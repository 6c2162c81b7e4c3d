import { runStoreCases, storedRunFor } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { type TestPostgres, testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "./postgres-runs.ts";

let postgres: TestPostgres;
let database: Database;
let runs: PostgresRuns;

beforeAll(async () => {
  postgres = await testPostgres();
  database = await openDatabase(postgres.url);
});

beforeEach(async () => {
  await database.tables.deleteFrom("runs").execute();
  runs = new PostgresRuns(database, "here");
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

test("what a server left under way is ended when it comes back, and nothing of others", async () => {
  await runs.save([run("mine"), run("done", { status: "completed", endedAt: 1_500 })]);
  await new PostgresRuns(database, "there").save([run("theirs")]);
  expect(await runs.endInterrupted(9_000)).toBe(1);
  expect(await runs.find("mine")).toMatchObject({
    status: "failed",
    endedAt: 9_000,
    error: { code: "server-ended" },
  });
  expect(await runs.find("done")).toMatchObject({ status: "completed", endedAt: 1_500 });
  expect(await runs.find("theirs")).toMatchObject({ status: "running" });
});

test("opening a database again changes nothing in it", async () => {
  await runs.save([run("a")]);
  await using again = await openDatabase(postgres.url);
  expect(await new PostgresRuns(again, "here").find("a")).toEqual(run("a"));
});

test("a database that is not there is named, without its password", async () => {
  await expect(openDatabase("postgres://ada:secret@127.0.0.1:9/shop")).rejects.toSatisfy(
    ({ code, message }: { code: string; message: string }) =>
      code === "not-reached" && message.includes("127.0.0.1:9") && !message.includes("secret"),
  );
});
