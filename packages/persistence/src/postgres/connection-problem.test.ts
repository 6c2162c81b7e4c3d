import type { TestDatabase } from "@rivulet/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { connectedClient } from "./connected-client.ts";
import { assertSupported, connectionProblem } from "./connection-problem.ts";
import { testPostgres } from "./postgres.test-support.ts";

let postgres: TestDatabase;
const guest = `rivulet_guest_${process.pid}`;

async function tell(url: string, ...commands: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const command of commands) await client.query(command);
  await client.end();
}

beforeAll(async () => {
  postgres = await testPostgres();
  await tell(postgres.url, `create role ${guest} login password 'guest'`);
}, 60_000);
afterAll(async () => {
  await tell(postgres.url, `drop role ${guest}`);
  await postgres[Symbol.asyncDispose]();
});

/** The address of the database with a change. */
function changed(change: (url: URL) => void): string {
  const url = new URL(postgres.url);
  change(url);
  return url.href;
}

const withFile = (parameter: string, file: string) => () =>
  changed((url) => url.searchParams.set(parameter, file));
const asGuest = (url: URL) => Object.assign(url, { username: guest, password: "guest" });

test.each<[string, () => string, string]>([
  ["a wrong password", () => changed((url) => (url.password = "wrong")), "no role"],
  ["a role that is not there", () => changed((url) => (url.username = "nobody_here")), "nobody_here"],
  ["a database that is not there", () => changed((url) => (url.pathname = "/nowhere")), "CREATE DATABASE"],
  ["a schema of somebody else", () => changed(asGuest), "may not make tables"],
  ["a port where nothing listens", () => changed((url) => (url.port = "1")), "Nothing listens"],
  [
    "an authority whose file is not there",
    withFile("sslrootcert", "/nowhere/ca.crt"),
    "sslrootcert in DATABASE_URL names the file /nowhere/ca.crt, which is not there.",
  ],
  [
    "a key whose file is a folder",
    withFile("sslkey", import.meta.dirname),
    `sslkey in DATABASE_URL names the file ${import.meta.dirname}, which is a folder.`,
  ],
  ["something that is no address", () => "shop", "postgres://user:password@host"],
  ["an address of something else", () => "mysql://ada:wrong@127.0.0.1/shop", "postgres://user:password@host"],
])("%s is refused in a sentence that has no password", async (_, url, sentence) => {
  const error = await openDatabase(url()).catch((failure: unknown) => failure);
  expect(error).toMatchObject({
    code: "not-reached",
    message: expect.stringContaining(sentence) as string,
  });
  expect(String(error)).not.toMatch(/wrong|guest@/);
});

test("a backup is refused in the same sentences", async () => {
  const url = withFile("sslrootcert", "/nowhere/ca.crt")();
  await expect(connectedClient(url)).rejects.toMatchObject({
    code: "not-reached",
    message: expect.stringContaining("which is not there") as string,
  });
});

test("an owner without any other right can use a database", async () => {
  const name = `${guest}_own`;
  await tell(postgres.url, `create database ${name} owner ${guest}`);
  try {
    await using database = await openDatabase(
      changed((url) => {
        asGuest(url);
        url.pathname = `/${name}`;
      }),
    );
    expect(await database.answers()).toBe(true);
  } finally {
    await tell(postgres.url, `drop database ${name} with (force)`);
  }
});

test("tables of a newer Rivulet are left alone", async () => {
  await using _database = await openDatabase(postgres.url);
  await tell(postgres.url, "insert into kysely_migration values ('9999-later', 'now')");
  try {
    await expect(openDatabase(postgres.url)).rejects.toMatchObject({ code: "newer-tables" });
  } finally {
    await tell(postgres.url, "delete from kysely_migration where name = '9999-later'");
  }
});

test("a server that is too old is named", () => {
  expect(() => assertSupported(140_000)).not.toThrow();
  expect(() => assertSupported(130_022)).toThrow("PostgreSQL 13, and Rivulet needs 14");
});

test.each([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "sslrootcert"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "that of another host than db.example.org:5432"],
  ["53300", "max_connections"],
])("%s is told with its way out", (code, sentence) => {
  const error = Object.assign(new Error("reason"), { code });
  expect(connectionProblem("postgres://a:b@db.example.org/shop", error).message).toContain(sentence);
});

test.each([
  [
    { code: "EACCES", syscall: "open", path: "/etc/key.pem" },
    "sslkey in DATABASE_URL names the file /etc/key.pem, which may not be read",
  ],
  [{ code: "ERR_OSSL_PEM_NO_START_LINE" }, "They have to be in PEM form"],
  [{ code: "ENOENT", syscall: "connect", path: "/run/postgresql" }, "reason. Look at DATABASE_URL"],
])("files of keys are told apart from other failures: %j", (facts, sentence) => {
  const error = Object.assign(new Error("reason"), facts);
  const url = "postgres://a:b@db.example.org/shop?sslcert=/etc/cert.pem&sslkey=/etc/key.pem";
  expect(connectionProblem(url, error).message).toContain(sentence);
});
