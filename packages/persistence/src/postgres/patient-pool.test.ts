import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@rivulet/supervision";
import { afterAll, expect, test } from "vitest";
import { DatabaseAway } from "./database-away.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { askAgain, PatientPool } from "./patient-pool.ts";

const parent = mkdtempSync(join(tmpdir(), "rivulet-patience-"));
// For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
chmodSync(parent, 0o755);
afterAll(() => rmSync(parent, { recursive: true }));

/** Longer than any start takes here. */
const long = 60_000;

test("who asks while PostgreSQL is away is answered when it is back, and readiness says meanwhile that it is away", async () => {
  const folder = join(parent, "postgres");
  const first = await startEmbeddedPostgres({ folder });
  const pool = new PatientPool({ connectionString: first.url });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.patience = long;
  await pool.query("create table words (word text primary key)");
  expect(await pool.answers()).toBe(true);
  await first.stop();
  const written = pool.query("insert into words values ('once')");
  const held = pool.connect();
  expect(await pool.answers()).toBe(false);
  await using second = await startEmbeddedPostgres({ folder });
  expect(second.url).toBe(first.url);
  await written;
  (await held).release();
  expect((await pool.query("select word from words")).rows).toEqual([{ word: "once" }]);
  await pool.end();
}, 120_000);

test("without patience, and for a refusal, nobody waits", async () => {
  const pool = new PatientPool({ connectionString: `postgres://ada@127.0.0.1:${await freePort()}/shop` });
  await expect(pool.query("select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  pool.patience = long;
  await pool.end();
  await expect(pool.query("select 1")).rejects.toThrow("after calling end");
});

test("what broke off with its connection is asked once more; what was refused or waited for in vain is not", async () => {
  const failsOnce = (error: unknown) => {
    let asked = 0;
    return async () => {
      asked += 1;
      if (asked === 1) throw error;
      return "answer";
    };
  };
  const broke = new Error("It broke.");
  expect(await askAgain(failsOnce(new DatabaseAway(broke, { isBrokenOff: true })))).toBe("answer");
  const waited = new DatabaseAway(broke, { isBrokenOff: false });
  await expect(askAgain(failsOnce(waited))).rejects.toBe(waited);
  await expect(askAgain(failsOnce(broke))).rejects.toBe(broke);
});
