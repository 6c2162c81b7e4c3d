import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namedTestDatabase, type TestDatabase } from "@rivulet/testkit";
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

/**
 * The embedded PostgreSQL, or, where `TEST_DATABASE_URL` names a server, that one: the same tests hold for both. In the
 * latter a database is made, and dropped afterwards.
 */
export async function testPostgres(): Promise<TestDatabase> {
  const named = await namedTestDatabase();
  if (named) return named;
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
