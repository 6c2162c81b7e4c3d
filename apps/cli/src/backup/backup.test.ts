import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  joinEmbeddedPostgres,
  openDatabase,
  PostgresRuns,
  startEmbeddedPostgres,
} from "@rivulet/persistence";
import { KeptSecrets } from "@rivulet/runtime";
import { storedRunFor } from "@rivulet/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommandLine } from "../command-line.ts";
import { commands } from "../commands.ts";

const template = join(import.meta.dirname, "../../templates/tutorial");
let parent: string;
beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-cli-backup-")));
  // For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
  chmodSync(parent, 0o755);
  cpSync(template, join(parent, "shop"), { recursive: true });
  mkdirSync(join(parent, "shop/.rivulet"), { mode: 0o755 });
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

async function rivulet(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const written = { out: "", error: "" };
  const code = await runCommandLine(commands, words, {
    out: (text) => void (written.out += `${text}\n`),
    error: (text) => void (written.error += `${text}\n`),
    input: () => "",
    environment,
    isWatched: false,
    signal: new AbortController().signal,
    path: (path) => resolve(parent, path),
  });
  return { code, errors: written.error };
}

const none = { DATABASE_URL: "none" };
const modulesOf = (folder: string) => {
  const files = readdirSync(join(parent, folder, "modules"), { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [
      join(parentPath, name).replace(join(parent, folder), ""),
      readFileSync(join(parentPath, name), "utf8"),
    ])
    .toSorted(([left = ""], [right = ""]) => left.localeCompare(right));
};

test("a project, its secrets and its history come back, while the database runs on", async () => {
  const secret = { constant: "AWSAuthentication.SecretAccessKey", configuration: null };
  new KeptSecrets(join(parent, "shop"), {}).keep(secret, "hush hush");
  const postgres = await startEmbeddedPostgres({ folder: join(parent, "shop/.rivulet/postgres") });
  try {
    await using database = await openDatabase(postgres.url);
    await new PostgresRuns(database, { project: "shop", server: "here" }).save([storedRunFor("run-1")]);
    expect(await rivulet(["backup", "shop", "-o", "shop.backup"])).toMatchObject({ code: 0 });
    expect(await database.answers()).toBe(true);
  } finally {
    await postgres.stop();
  }
  expect(statSync(join(parent, "shop.backup")).mode & 0o777).toBe(0o600);
  expect(gunzipSync(readFileSync(join(parent, "shop.backup"))).toString()).not.toContain("hush");
  // As `rivulet start` would make it in a folder that everybody may enter.
  mkdirSync(join(parent, "again"), { mode: 0o755 });
  expect(await rivulet(["restore", "shop.backup", "--into", "again"])).toMatchObject({ code: 0 });
  expect(modulesOf("again")).toEqual(modulesOf("shop"));
  const key = readFileSync(join(parent, "shop/.rivulet/secret.key"), "utf8");
  const restored = new KeptSecrets(join(parent, "again"), { RIVULET_SECRET_KEY: key });
  expect(restored.values("AWS")).toEqual({ values: { [secret.constant]: "hush hush" } });
  await using copy = await joinEmbeddedPostgres({ folder: join(parent, "again/.rivulet/postgres") });
  await using database = await openDatabase(copy?.url ?? "");
  expect(await new PostgresRuns(database, { project: "shop", server: "here" }).find("run-1")).toEqual(
    storedRunFor("run-1"),
  );
}, 60_000);

test("a project without a database is backed up without one", async () => {
  expect(await rivulet(["backup", "shop", "-o", "shop.backup"], none)).toMatchObject({ code: 0 });
  expect(await rivulet(["restore", "shop.backup", "--into", "again"], none)).toMatchObject({ code: 0 });
  expect(modulesOf("again")).toEqual(modulesOf("shop"));
});

test("nothing that is there is overwritten", async () => {
  writeFileSync(join(parent, "shop.backup"), "mine");
  expect(await rivulet(["backup", "shop", "-o", "shop.backup"], none)).toMatchObject({ code: 2 });
  expect(readFileSync(join(parent, "shop.backup"), "utf8")).toBe("mine");
  await rivulet(["backup", "shop", "-o", "good.backup"], none);
  const before = modulesOf("shop");
  expect(await rivulet(["restore", "good.backup", "--into", "shop"], none)).toMatchObject({ code: 2 });
  expect(modulesOf("shop")).toEqual(before);
});

test.each([
  ["a damaged backup", (text: string) => text.replace("rivulet.json", "rivulet.jsom")],
  ["a path that leads out", (text: string) => text.replace('"path":"rivulet.json"', '"path":"../evil.json"')],
])("%s is refused, and leaves nothing", async (_, change) => {
  await rivulet(["backup", "shop", "-o", "good.backup"], none);
  const text = gunzipSync(readFileSync(join(parent, "good.backup"))).toString();
  writeFileSync(join(parent, "bad.backup"), gzipSync(change(text)));
  expect(await rivulet(["restore", "bad.backup", "--into", "again"], none)).toMatchObject({
    code: 3,
    errors: expect.stringContaining("no whole backup") as string,
  });
  expect(readdirSync(parent).toSorted()).toEqual(["bad.backup", "good.backup", "shop"]);
});

test.each([
  "../evil",
  "/etc/evil",
  "modules/../../evil",
  "modules/a\\..\\b",
  ".rivulet/secret.key",
  "package.json",
])("a backup never writes %s", async (path) => {
  const { isBackupPath } = await import("./backup-paths.ts");
  expect(isBackupPath(path)).toBe(false);
});
