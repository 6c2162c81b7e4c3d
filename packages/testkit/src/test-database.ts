import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database for tests. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
}

/** A new database of a server that runs; it is dropped at the end. */
export async function testDatabase(server: string): Promise<TestDatabase> {
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

/** A new database of the server that `TEST_DATABASE_URL` names; `undefined` where it names none. */
export async function namedTestDatabase(): Promise<TestDatabase | undefined> {
  const server = process.env["TEST_DATABASE_URL"] ?? "";
  return server === "" ? undefined : testDatabase(server);
}
