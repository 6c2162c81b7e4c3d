import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { temporaryPostgresFolder } from "./postgres.test-support.ts";
import { livingPostmaster } from "./postmaster.ts";

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function holdInOtherProcess(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const program = join(import.meta.dirname, "held-postgres.test-support.ts");
  const child = spawn(process.execPath, ["--conditions=rivulet-source", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { process: child, url };
}

test("what was stored is there after a stop and a start, and the password is for us only", async () => {
  using folder = temporaryPostgresFolder();
  const first = await startEmbeddedPostgres({ folder: folder.path });
  await query(first.url, "create table notes as select 'kept' as note");
  expect(statSync(join(first.folder, "connection.json")).mode & 0o077).toBe(0);
  await first.stop();
  expect(livingPostmaster(join(first.folder, "data"))).toBeUndefined();
  await using second = await startEmbeddedPostgres({ folder: folder.path });
  expect(await query(second.url, "select note from notes")).toEqual([{ note: "kept" }]);
});

test("a process that was killed with -9 loses nothing, and the next one goes on", async () => {
  using folder = temporaryPostgresFolder();
  const held = await holdInOtherProcess(folder.path);
  await query(held.url, "create table notes as select 'kept' as note");
  held.process.kill("SIGKILL");
  await once(held.process, "exit");
  await using next = await startEmbeddedPostgres({ folder: folder.path });
  expect(await query(next.url, "select note from notes")).toEqual([{ note: "kept" }]);
});

test("a second process joins what runs, does not end it, and runs it when the first has been killed", async () => {
  using folder = temporaryPostgresFolder();
  const keeper = await holdInOtherProcess(folder.path);
  await query(keeper.url, "create table notes as select 'kept' as note");
  const brief = await startEmbeddedPostgres({ folder: folder.path });
  expect([brief.url, brief.isKeeper]).toEqual([keeper.url, false]);
  await brief.stop();
  await using joined = await startEmbeddedPostgres({ folder: folder.path });
  expect(await query(joined.url, "select note from notes")).toEqual([{ note: "kept" }]);
  expect(joined.isKeeper).toBe(false);
  keeper.process.kill("SIGKILL");
  await once(keeper.process, "exit");
  await expect.poll(() => joined.isKeeper, { timeout: 30_000 }).toBe(true);
  expect(joined.url).toBe(keeper.url);
  expect(await query(joined.url, "select note from notes")).toEqual([{ note: "kept" }]);
}, 60_000);

test("when the one that runs it stops, one of those who have joined runs it on at the same address", async () => {
  using folder = temporaryPostgresFolder();
  const keeper = await startEmbeddedPostgres({ folder: folder.path });
  const others = await Promise.all([1, 2].map(() => startEmbeddedPostgres({ folder: folder.path })));
  await query(keeper.url, "create table notes as select 'kept' as note");
  await keeper.stop();
  await expect.poll(() => others.filter(({ isKeeper }) => isKeeper).length, { timeout: 30_000 }).toBe(1);
  for (const { url } of others) expect(url).toBe(keeper.url);
  expect(await query(keeper.url, "select note from notes")).toEqual([{ note: "kept" }]);
  await Promise.all(others.map((other) => other.stop()));
  expect(livingPostmaster(join(keeper.folder, "data"))).toBeUndefined();
}, 60_000);

test("two that start at the same moment on nothing have the same one", async () => {
  using folder = temporaryPostgresFolder();
  const both = await Promise.all([1, 2].map(() => startEmbeddedPostgres({ folder: folder.path })));
  expect(new Set(both.map(({ url }) => url)).size).toBe(1);
  expect(both.filter(({ isKeeper }) => isKeeper)).toHaveLength(1);
  await Promise.all(both.map((one) => one.stop()));
}, 60_000);

test("one that was killed itself is started again at the same address", async () => {
  using folder = temporaryPostgresFolder();
  await using postgres = await startEmbeddedPostgres({ folder: folder.path });
  await query(postgres.url, "create table notes as select 'kept' as note");
  process.kill(livingPostmaster(join(postgres.folder, "data")) ?? 0, "SIGKILL");
  await expect
    .poll(() => query(postgres.url, "select note from notes").catch(() => []), { timeout: 15_000 })
    .toEqual([{ note: "kept" }]);
});

test.each([["made by another version", "PG_VERSION", "17\n", "was made by PostgreSQL 17"]])(
  "files that were %s are left as they are, and what to do is said",
  async (_title, name, text, message) => {
    using folder = temporaryPostgresFolder();
    const first = await startEmbeddedPostgres({ folder: folder.path });
    await first.stop();
    const file = join(first.folder, "data", name);
    writeFileSync(file, text);
    await expect(startEmbeddedPostgres({ folder: folder.path })).rejects.toMatchObject({
      code: "other-version",
      message: expect.stringContaining(message) as string,
    });
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

test("a transaction whose PostgreSQL is killed fails, and the process lives on", async () => {
  using folder = temporaryPostgresFolder();
  await using postgres = await startEmbeddedPostgres({ folder: folder.path });
  await using database = await openDatabase(postgres.url);
  const transaction = database.tables.transaction().execute(async () => {
    process.kill(livingPostmaster(join(postgres.folder, "data")) ?? 0, "SIGKILL");
    // Long enough that the end of the connection is heard while nobody asks anything.
    await expect.poll(() => database.answers(), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => database.answers(), { timeout: 30_000 }).toBe(true);
  });
  await expect(transaction).rejects.toMatchObject({ code: "DATABASE_AWAY" });
  expect(await database.answers()).toBe(true);
}, 60_000);
