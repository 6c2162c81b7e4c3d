import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@rivulet/persistence";
import { afterAll, expect, test } from "vitest";
import { startTestServer } from "../test-server.test-support.ts";

const parent = mkdtempSync(join(tmpdir(), "rivulet-database-"));
// For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
chmodSync(parent, 0o755);
afterAll(() => rmSync(parent, { recursive: true }));

test("an embedded database whose files are damaged stops the start, says the way out, and changes nothing", async () => {
  const folder = join(parent, "damaged");
  const postgres = await startEmbeddedPostgres({ folder: join(folder, "postgres") });
  await postgres.stop();
  const control = join(folder, "postgres/data/global/pg_control");
  const damaged = Buffer.alloc(8192, 7);
  writeFileSync(control, damaged);
  const files = () =>
    spawnSync("ls", ["-R", join(folder, "postgres/data/base")], { encoding: "utf8" }).stdout;
  const before = files();
  const started = startTestServer({ startsDatabase: true, environment: { RIVULET_DATA: folder } });
  await expect(started).rejects.toMatchObject({
    code: "no-database",
    message: expect.stringContaining("DATABASE_URL=none") as string,
  });
  expect(readFileSync(control).equals(damaged)).toBe(true);
  expect(files()).toBe(before);
}, 60_000);
