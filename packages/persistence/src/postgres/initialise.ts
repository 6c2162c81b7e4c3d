import { execFile } from "node:child_process";
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "@rivulet/supervision";
import { newPassword, readConnectionFacts, superuser, writeConnectionFacts } from "./connection-facts.ts";
import { DatabaseError } from "./database-error.ts";
import type { PostgresPrograms } from "./programs.ts";

/** The version whose data our programs read. */
const majorVersion = "18";

/** What making a cluster needs. */
export interface InitialiseOptions {
  readonly programs: PostgresPrograms;
  /** Where our own files are; the cluster is in `data` below it. */
  readonly folder: string;
  readonly account: Account | undefined;
}

export const clusterOf = (folder: string): string => join(folder, "data");

/**
 * Makes the database files where there are none yet. A first start that was cut off is begun anew: before its end
 * nothing was ever stored in it.
 *
 * @throws {DatabaseError}
 */
export async function initialise({ programs, folder, account }: InitialiseOptions): Promise<void> {
  const data = clusterOf(folder);
  if (readConnectionFacts(folder)) return assertVersion(data);
  rmSync(data, { recursive: true, force: true });
  const password = newPassword();
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await promisify(execFile)(
      programs.initdb,
      [
        `--pgdata=${data}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Needs no locales of the system: a bare machine has none.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...account, env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C" }, cwd: dirname(data) },
    );
  } catch (error) {
    const message = `The embedded PostgreSQL cannot make its files in ${data}: ${(error as Error).message}`;
    throw new DatabaseError("not-started", message, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeConnectionFacts(folder, { port: 0, password });
}

function assertVersion(data: string): void {
  const file = join(data, "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : "none";
  if (found === majorVersion) return;
  const message =
    found === "none"
      ? `${data} holds no PostgreSQL database any more, though it once did. Nothing was changed. Bring back a backup, or move the folder away to begin with an empty one.`
      : `${data} was made by PostgreSQL ${found}, and this is ${majorVersion}. Nothing was changed. Make a backup with the Rivulet that has that version (rivulet backup), restore it with this one (rivulet restore), or set DATABASE_URL.`;
  throw new DatabaseError("other-version", message);
}
