import { spawn } from "node:child_process";
import { once } from "node:events";
import { storedRunFor, type TestDatabase } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "../runs/postgres-runs.ts";
import { PostgresServers } from "./postgres-servers.ts";

let postgres: TestDatabase;
let database: Database;
beforeAll(async () => {
  postgres = await testPostgres();
  database = await openDatabase(postgres.url);
});
beforeEach(async () => {
  await database.tables.deleteFrom("runs").execute();
  await database.tables.deleteFrom("servers").execute();
});
afterAll(async () => {
  await database.close();
  await postgres[Symbol.asyncDispose]();
});

const runsOf = (server: string, project = "shop") => new PostgresRuns(database, { project, server });
const serverOf = (id: string, rest: { project?: string; machine?: string; now?: () => number } = {}) => {
  const { now, ...place } = rest;
  return new PostgresServers(database.tables, { id, project: "shop", ...place }, now);
};
const statusOf = async (id: string) => (await runsOf("here").find(id))?.status;

test("two servers of a project live side by side, and leave each other's runs alone", async () => {
  const [here, there] = [serverOf("here"), serverOf("there")];
  await Promise.all([here.look(), there.look()]);
  await runsOf("here").save([storedRunFor("a")]);
  await runsOf("there").save([storedRunFor("b")]);
  expect(await here.look()).toMatchObject({ others: 1, interrupted: 0 });
  expect(await there.look()).toMatchObject({ others: 1, interrupted: 0 });
  expect([await statusOf("a"), await statusOf("b")]).toEqual(["running", "running"]);
});

test("what a server of this machine leaves under way when it is killed, the next look ends as failed", async () => {
  const child = spawn("sleep", ["60"]);
  const process = { pid: child.pid ?? 0, start: "0" };
  const killed = new PostgresServers(database.tables, { id: "there", project: "shop", process });
  await killed.look();
  await runsOf("there").save([
    storedRunFor("b"),
    storedRunFor("done", { status: "completed", endedAt: 1_500 }),
  ]);
  const here = serverOf("here");
  expect(await here.look()).toMatchObject({ others: 1, interrupted: 0 });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await here.look()).toMatchObject({ others: 0, interrupted: 1 });
  expect(await runsOf("here").find("b")).toMatchObject({
    status: "failed",
    endedAt: expect.any(Number) as number,
    error: { code: "server-ended" },
  });
  expect(await runsOf("here").find("done")).toMatchObject({ status: "completed", endedAt: 1_500 });
});

test("a server of another machine has ended when it was not seen looking round for a minute of ours", async () => {
  let now = 0;
  const here = serverOf("here", { now: () => now });
  const away = serverOf("away", { machine: "elsewhere" });
  await away.look();
  await runsOf("away").save([storedRunFor("b")]);
  await here.look();
  now = 59_000;
  expect(await here.look()).toMatchObject({ others: 1, interrupted: 0 });
  await away.look();
  now = 61_000;
  expect(await here.look()).toMatchObject({ others: 1, interrupted: 0 });
  now = 122_000;
  expect(await here.look()).toMatchObject({ others: 0, interrupted: 1 });
});

test("runs under way whose server nobody knows, of a backup say, are ended; those of other projects are not", async () => {
  await runsOf("laptop:/before").save([storedRunFor("b")]);
  await runsOf("laptop:/before", "garage").save([storedRunFor("c")]);
  expect(await serverOf("here").look()).toMatchObject({ interrupted: 1 });
  expect(await statusOf("b")).toBe("failed");
  expect(await runsOf("here", "garage").find("c")).toMatchObject({ status: "running" });
});

test("a server that leaves ends what it did not get to an end", async () => {
  const here = serverOf("here");
  await here.look();
  await runsOf("here").save([storedRunFor("a")]);
  await here.leave();
  expect(await statusOf("a")).toBe("failed");
});

test("a run that is cancelled at another server is told to its own, and that runs were written is told to all", async () => {
  const [here, there] = [serverOf("here"), serverOf("there")];
  expect(await here.look()).toMatchObject({ history: "" });
  await there.look();
  const before = await here.look();
  await runsOf("there").save([storedRunFor("b")]);
  await runsOf("here").wantCancelled("b");
  const after = await here.look();
  expect(after.history).not.toBe(before.history);
  expect(after.cancelled).toEqual([]);
  expect(await there.look()).toMatchObject({ cancelled: ["b"] });
});
