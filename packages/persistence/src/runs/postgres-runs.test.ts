import type { StoredRun } from "@rivulet/runtime";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../postgres/embedded-postgres.ts";
import { temporaryPostgresFolder } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "./postgres-runs.ts";

const folder = temporaryPostgresFolder();
let postgres: EmbeddedPostgres;
let database: Database;
let runs: PostgresRuns;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ folder: folder.path });
  database = await openDatabase(postgres.url);
});

beforeEach(async () => {
  await database.tables.deleteFrom("runs").execute();
  runs = new PostgresRuns(database.tables, "here");
});

afterAll(async () => {
  await database.close();
  await postgres.stop();
  folder[Symbol.dispose]();
});

function run(id: string, change: Partial<StoredRun> = {}): StoredRun {
  return {
    id,
    microflow: "Shop.Pay",
    configuration: "Embedded",
    status: "running",
    startedAt: 1_000,
    endedAt: null,
    error: null,
    log: [],
    ...change,
  };
}

test("a run is read as it was written, whatever characters its log and its error hold", async () => {
  const text = "\0 \ud800 'quotes' \u{1f600}";
  const failed = run("a", {
    status: "failed",
    endedAt: 2_345,
    error: {
      code: "x",
      message: text,
      microflow: "Shop.Pay",
      activity: null,
      isRetryable: true,
      details: {},
      cause: null,
    },
    log: [{ level: "info", node: "n", message: text, at: 1_500 }],
  });
  await runs.save([failed]);
  expect(await runs.find("a")).toEqual(failed);
  expect(await runs.find("b")).toBeUndefined();
});

test("a run that has ended never changes again", async () => {
  await runs.save([run("a")]);
  await runs.save([run("a", { status: "completed", endedAt: 2_000 })]);
  for (const status of ["running", "failed", "cancelled"] as const) {
    await runs.save([run("a", { status, endedAt: 3_000 })]);
    expect(await runs.find("a")).toMatchObject({ status: "completed", endedAt: 2_000 });
  }
});

test("the newest come first, page by page, of one microflow or status", async () => {
  const all = Array.from({ length: 7 }, (_, at) =>
    run(`r${at}`, {
      startedAt: at < 3 ? 1_000 : 1_000 + at,
      microflow: at % 2 === 0 ? "Shop.Pay" : "Shop.Ship",
      status: at === 6 ? "failed" : "completed",
    }),
  );
  await runs.save(all);
  const ids = async (filter: Parameters<PostgresRuns["list"]>[0]) =>
    (await runs.list(filter)).map(({ id }) => id).join(" ");
  expect(await ids({ limit: 4 })).toBe("r6 r5 r4 r3");
  expect(await ids({ limit: 4, after: "r3" })).toBe("r2 r1 r0");
  expect(await ids({ limit: 9, microflow: "Shop.Ship" })).toBe("r5 r3 r1");
  expect(await ids({ limit: 9, status: "failed" })).toBe("r6");
});

test("what a server left under way is ended when it comes back, and nothing of others", async () => {
  await runs.save([run("mine"), run("done", { status: "completed", endedAt: 1_500 })]);
  await new PostgresRuns(database.tables, "there").save([run("theirs")]);
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
  expect(await new PostgresRuns(again.tables, "here").find("a")).toEqual(run("a"));
});

test("a database that is not there is named, without its password", async () => {
  await expect(openDatabase("postgres://ada:secret@127.0.0.1:9/shop")).rejects.toSatisfy(
    ({ code, message }: { code: string; message: string }) =>
      code === "not-reached" && message.includes("127.0.0.1:9") && !message.includes("secret"),
  );
});
