import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

/** A folder for the files of a PostgreSQL, which another account may enter: root's tests then leave nothing elsewhere. */
export function temporaryPostgresFolder(): Disposable & { readonly path: string } {
  const parent = mkdtempSync(join(tmpdir(), "rivulet-postgres-"));
  chmodSync(parent, 0o755);
  return {
    path: join(parent, "postgres"),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** A PostgreSQL for a file of tests, with a database of its own. */
export interface TestPostgres extends AsyncDisposable {
  readonly url: string;
}

/**
 * The embedded PostgreSQL, or, where `TEST_DATABASE_URL` names a server, that one: the same tests hold for both. In the
 * latter a database is made, and dropped afterwards.
 */
export async function testPostgres(): Promise<TestPostgres> {
  const named = process.env["TEST_DATABASE_URL"] ?? "";
  if (named !== "") return testDatabase(named);
  const folder = temporaryPostgresFolder();
  const postgres = await startEmbeddedPostgres({ folder: folder.path });
  return {
    url: postgres.url,
    async [Symbol.asyncDispose]() {
      await postgres.stop();
      folder[Symbol.dispose]();
    },
  };
}

/** A new database of a server that runs; it is dropped at the end. */
export async function testDatabase(server: string): Promise<TestPostgres> {
  const name = `rivulet_test_${randomBytes(6).toString("hex")}`;
  const tell = async (command: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(command);
    } finally {
      await client.end();
    }
  };
  await tell(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, [Symbol.asyncDispose]: () => tell(`drop database ${name} with (force)`) };
}
