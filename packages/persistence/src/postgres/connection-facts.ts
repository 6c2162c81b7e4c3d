import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** How an embedded PostgreSQL is reached: kept beside its data, for the next process, and readable by us only. */
export interface ConnectionFacts {
  readonly port: number;
  readonly password: string;
}

export const superuser = "rivulet";

const fileIn = (folder: string) => join(folder, "connection.json");

export function readConnectionFacts(folder: string): ConnectionFacts | undefined {
  const file = fileIn(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ConnectionFacts) : undefined;
}

export function writeConnectionFacts(folder: string, facts: ConnectionFacts): void {
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, JSON.stringify(facts), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

export function urlOf({ port, password }: ConnectionFacts): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
}

/** Whether a PostgreSQL takes questions there. Never rejects. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
