import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, launchChild } from "@rivulet/supervision";
import { isUpgradeCutOff } from "../upgrade/upgrade-folder.ts";
import { newPassword, readConnectionFacts, superuser, writeConnectionFacts } from "./connection-facts.ts";
import { DatabaseError } from "./database-error.ts";
import type { PostgresPrograms } from "./programs.ts";
import { removal } from "./removal.ts";

/** The version whose data our programs read. */
export const majorVersion = "18";

/**
 * The thousand files of a new cluster are written to the disk by one call instead of one each, where the system has that
 * call: half of the first start was waiting for the others.
 */
const syncMethod = process.platform === "linux" ? ["--sync-method=syncfs"] : [];

/** What making a cluster needs. */
export interface InitialiseOptions {
  readonly programs: PostgresPrograms;
  /** Where our own files are; the cluster is in `data` below it. */
  readonly folder: string;
  readonly account: Account | undefined;
}

export const clusterOf = (folder: string): string => join(folder, "data");

/** The major version that made a cluster; `undefined` where there is none. */
export function dataVersion(data: string): string | undefined {
  const file = join(data, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

/**
 * Makes the database files where there are none yet. A first start that was cut off is begun anew: before its end
 * nothing was ever stored in it.
 *
 * @throws {DatabaseError}
 */
export async function initialise({ programs, folder, account }: InitialiseOptions): Promise<void> {
  if (readConnectionFacts(folder)) return assertVersion(folder);
  const password = newPassword();
  await makeCluster({ programs, data: clusterOf(folder), account, password });
  writeConnectionFacts(folder, { port: 0, password });
}

/** A cluster that is to be made. */
export interface ClusterOptions {
  readonly programs: PostgresPrograms;
  /** Where its files are to be; what is there is removed. */
  readonly data: string;
  readonly account: Account | undefined;
  readonly password: string;
}

/**
 * Makes the files of an empty cluster. It ends with us: an initdb that is left by a killed process would go on writing where the
 * next start begins anew.
 *
 * @throws {DatabaseError} `not-started`
 */
export async function makeCluster({ programs, data, account, password }: ClusterOptions): Promise<void> {
  rmSync(data, removal);
  const folder = dirname(data);
  const passwordFile = join(folder, "password");
  const logFile = join(folder, "initdb.log");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    const command = { executable: programs.initdb, parameters: parametersFor(data, passwordFile) };
    const child = await launchChild({ command, logFile, folder, ...(account ? { account } : {}) });
    if ((await child.untilExit()).code !== 0) throw new Error(faultsIn(readFileSync(logFile, "utf8")));
  } catch (error) {
    const message = `The embedded PostgreSQL cannot make its files in ${data}: ${(error as Error).message}`;
    throw new DatabaseError("not-started", message, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(logFile, { force: true });
  }
}

/** initdb tells all that it does; what went wrong stands in the lines that say so. */
function faultsIn(log: string): string {
  const lines = log.split("\n").filter((line) => /error:|fatal:|hint:/i.test(line));
  return (lines.length === 0 ? log : lines.join(" ")).trim();
}

function parametersFor(data: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Needs no locales of the system: a bare machine has none.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...syncMethod,
  ];
}

function assertVersion(folder: string): void {
  const data = clusterOf(folder);
  const found = dataVersion(data);
  if (found === majorVersion) return;
  throw new DatabaseError("other-version", otherVersion(data, found, isUpgradeCutOff(folder)));
}

function otherVersion(data: string, found: string | undefined, isCutOff: boolean): string {
  const brought = "`rivulet start` brings them over.";
  if (isCutOff) return `The upgrade of ${data} to PostgreSQL ${majorVersion} was cut off: ${brought}`;
  if (found === undefined) {
    return `${data} holds no PostgreSQL database any more, though it once did. Nothing was changed. Bring back a backup, or move the folder away to begin with an empty one.`;
  }
  const made = `${data} was made by PostgreSQL ${found}, and this is ${majorVersion}. Nothing was changed.`;
  return Number(found) < Number(majorVersion)
    ? `${made} ${brought}`
    : `${made} Use the Rivulet that has that version: make a backup with it (rivulet backup) for this one (rivulet restore), or set DATABASE_URL.`;
}
