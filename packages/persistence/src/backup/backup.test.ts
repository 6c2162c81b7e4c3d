import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { storedRunFor, type TestDatabase, testDatabase } from "@rivulet/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresRuns } from "../runs/postgres-runs.ts";
import { assertWhole, readBackup, writeBackup } from "./backup-file.ts";
import type { BackupLine } from "./backup-line.ts";
import { openDump } from "./dump-tables.ts";
import { loadTables } from "./load-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "rivulet-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function collect(lines: AsyncIterable<BackupLine>): Promise<BackupLine[]> {
  const all: BackupLine[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

async function* given(lines: readonly BackupLine[]): AsyncGenerator<BackupLine> {
  yield* lines;
}

describe("the rows of a database", () => {
  let source: TestDatabase;
  let target: TestDatabase;
  let migration = "";
  let dumped: readonly BackupLine[] = [];
  beforeAll(async () => {
    source = await testPostgres();
    target = await testDatabase(source.url);
    await using database = await openDatabase(source.url);
    const odd = "\u2028 \u2029 \\u0000 \ud83d\ude00 'quotes' \"more\" \\ \t";
    await new PostgresRuns(database, { project: "", server: "here" }).save(
      Array.from({ length: 450 }, (_, at) => storedRunFor(`run-${at}`, { failure: odd, who: `nr ${at}` })),
    );
    await sql`insert into accounts (id, name, email, authoring, user_roles, created_at)
      values ('a', ${odd}, 'a@example.org', 'viewer', '[]', '2026-01-02T03:04:05.123456Z')`.execute(
      database.tables,
    );
    await sql`insert into sessions (token_hash, account, expires_at) values ('t', 'a', 'infinity')`.execute(
      database.tables,
    );
    await sql`insert into audit (at, action, subject, detail) select now(), 'x', 'y', ${odd} from generate_series(1, 3)`.execute(
      database.tables,
    );
    await using dump = await openDump(source.url);
    migration = dump.migration ?? "";
    dumped = await collect(dump.lines());
  });
  afterAll(async () => {
    await target[Symbol.asyncDispose]();
    await source[Symbol.asyncDispose]();
  });

  test("are the same after a backup and a restore, each as it was", async () => {
    const rows = dumped.filter(({ kind }) => kind === "row").length;
    expect(rows).toBe(450 + 1 + 1 + 3);
    expect(await loadTables(target.url, migration, given(dumped))).toBe(rows);
    await using dump = await openDump(target.url);
    expect(await collect(dump.lines())).toEqual(dumped);
  });

  test("are those of one project where that is asked for, with what belongs to its people", async () => {
    await using shared = await testDatabase(source.url);
    await using database = await openDatabase(shared.url);
    for (const project of ["shop", "garage"]) {
      await sql`insert into accounts (project, id, name, email, authoring, user_roles, created_at)
        values (${project}, ${project}, 'Ada', 'a@example.org', 'viewer', '[]', now())`.execute(
        database.tables,
      );
      await sql`insert into sessions (token_hash, account, expires_at) values (${project}, ${project}, 'infinity')`.execute(
        database.tables,
      );
      await new PostgresRuns(database, { project, server: "here" }).save([storedRunFor(`of-${project}`)]);
    }
    await sql`insert into servers values ('here', 'shop', 'm', 1, '0', 1)`.execute(database.tables);
    await using dump = await openDump(shared.url, "shop");
    const lines = await collect(dump.lines());
    const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
    expect(rows).toHaveLength(3);
    expect(rows.join()).not.toContain("garage");
  });

  test("are numbered on where they ended", async () => {
    await using database = await openDatabase(target.url);
    const added = await sql<{ id: string }>`insert into audit (at, action, subject, detail)
      values (now(), 'x', 'y', 'z') returning id`.execute(database.tables);
    expect(added.rows).toEqual([{ id: "4" }]);
  });

  test("are never mixed with others", async () => {
    await expect(loadTables(source.url, migration, given(dumped))).rejects.toMatchObject({
      code: "not-restored",
      message: expect.stringContaining("is not empty") as string,
    });
    await expect(loadTables(source.url, "0001-runs", given(dumped))).rejects.toMatchObject({
      message: expect.stringContaining("is not empty") as string,
    });
    await using dump = await openDump(source.url);
    expect(await collect(dump.lines())).toEqual(dumped);
  });

  test("of a newer version are refused", async () => {
    await using empty = await testDatabase(source.url);
    await expect(loadTables(empty.url, "9999-later", given(dumped))).rejects.toMatchObject({
      code: "not-restored",
      message: expect.stringContaining("newer Rivulet") as string,
    });
  });

  test("come back all or none", async () => {
    await using empty = await testDatabase(source.url);
    const broken = [...dumped, { kind: "row", row: '{"id": null}' } as const];
    await expect(loadTables(empty.url, migration, given(broken))).rejects.toThrow("null value");
    await using dump = await openDump(empty.url);
    expect((await collect(dump.lines())).filter(({ kind }) => kind === "row")).toEqual([]);
  });
});

describe("the file of a backup", () => {
  const head = {
    format: "rivulet-backup",
    version: 1,
    project: "Shop",
    createdAt: "",
    migration: null,
  } as const;
  const lines: readonly BackupLine[] = [
    { kind: "head", ...head },
    { kind: "file", path: "rivulet.json", content: "e30=" },
    { kind: "table", name: "runs" },
    { kind: "row", row: '{"id":"\u2028\u2029"}' },
  ];
  const path = (name: string) => join(folder, name);
  const write = async (name: string) => {
    await writeBackup(path(name), given(lines));
    return gunzipSync(readFileSync(path(name))).toString();
  };

  test("is read as it was written", async () => {
    await write("plain");
    await assertWhole(path("plain"));
    expect(await collect(readBackup(path("plain")))).toEqual(lines);
  });

  test("is never overwritten, and none is left by one that failed", async () => {
    writeFileSync(path("there"), "mine");
    await expect(writeBackup(path("there"), given(lines))).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(path("there"), "utf8")).toBe("mine");
    const failing = async function* () {
      yield* lines;
      throw new Error("gone");
    };
    await expect(writeBackup(path("half"), failing())).rejects.toThrow("gone");
    expect(existsSync(path("half"))).toBe(false);
  });

  test.each<[string, (text: string) => string | Buffer]>([
    ["that was changed", (text) => text.replace("e30=", "e31=")],
    ["that has a line more", (text) => text.replace("{", '{"kind":"table","name":"x"}\n{')],
    ["whose end is missing", (text) => text.split("\n").slice(0, 3).join("\n")],
    ["that is something else", () => "hello"],
    ["that is empty", () => ""],
  ])("%s is refused", async (_, change) => {
    const text = await write(`changed-${Math.random()}`);
    writeFileSync(path("changed"), gzipSync(change(text)));
    await expect(assertWhole(path("changed"))).rejects.toMatchObject({ code: "not-restored" });
  });

  test("that is cut off or is not packed is refused", async () => {
    await write("cut-off");
    const bytes = readFileSync(path("cut-off"));
    for (const content of [bytes.subarray(0, bytes.length / 2), Buffer.from("not packed"), Buffer.alloc(0)]) {
      writeFileSync(path("cut"), content);
      await expect(assertWhole(path("cut"))).rejects.toMatchObject({ code: "not-restored" });
    }
  });
});
