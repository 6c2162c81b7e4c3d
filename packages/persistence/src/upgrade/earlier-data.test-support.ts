import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Account, freePort } from "@rivulet/supervision";
import { earlierPostgres, storedRunFor } from "@rivulet/testkit";
import type { BackupLine } from "../backup/backup-line.ts";
import { openDump } from "../backup/dump-tables.ts";
import { openDatabase } from "../database.ts";
import { PostgresAccounts } from "../people/postgres-accounts.ts";
import { PostgresAudit } from "../people/postgres-audit.ts";
import { postgresAccount, reachablePrograms } from "../postgres/account.ts";
import {
  newPassword,
  readConnectionFacts,
  urlOf,
  writeConnectionFacts,
} from "../postgres/connection-facts.ts";
import { clusterOf, makeCluster } from "../postgres/initialise.ts";
import { endPostmaster } from "../postgres/postmaster.ts";
import { type PostgresPrograms, programsIn } from "../postgres/programs.ts";
import { runPostgres } from "../postgres/run-postgres.ts";
import { PostgresRuns } from "../runs/postgres-runs.ts";

/** A PostgreSQL of the major version before ours, which made the files of a folder and runs on them. */
export interface EarlierPostgres {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
}

function programsFor(account: Account | undefined): PostgresPrograms {
  const root = earlierPostgres();
  if (root === undefined) throw new Error("No PostgreSQL of the version before is installed.");
  return reachablePrograms(programsIn(root), account);
}

/** Runs the earlier version on a folder as the Rivulet of its time did, and makes its files where there are none. */
export async function runEarlierPostgres(folder: string): Promise<EarlierPostgres> {
  const account = postgresAccount();
  const programs = programsFor(account);
  const data = clusterOf(folder);
  if (!readConnectionFacts(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
    const password = newPassword();
    await makeCluster({ programs, data, account, password });
    writeConnectionFacts(folder, { port: 0, password });
  }
  // What a killed upgrade ran on them ends first.
  await endPostmaster(data);
  const facts = { ...readConnectionFacts(folder), port: await freePort() } as Parameters<typeof urlOf>[0];
  writeConnectionFacts(folder, facts);
  const child = await runPostgres({ programs, data, facts, account, logFile: join(folder, "postgres.log") });
  return {
    url: urlOf(facts),
    stop: async () => void (await child.terminate()),
    async kill() {
      child.kill();
      await child.exited;
    },
  };
}

const odd = "\u2028 \\u0000 \ud83d\ude00 'quotes' \"more\" \\ \t";

/** Runs, people and what they did, as a server leaves them. */
export async function fill(url: string, runs: number): Promise<void> {
  await using database = await openDatabase(url);
  const kept = Array.from({ length: runs }, (_, at) =>
    storedRunFor(`run-${at}`, { failure: odd, who: "Ada" }),
  );
  await new PostgresRuns(database, { project: "shop", server: "here" }).save(kept);
  const accounts = new PostgresAccounts(database.tables, "shop");
  const account = { id: "a", name: "Ada", email: "ada@example.org", passwordHash: "hash", openId: null };
  const rights = { authoring: "administrator", userRoles: ["Clerk"], isDisabled: false } as const;
  await accounts.add({ ...account, ...rights, createdAt: 1_000, signedInAt: 2_345 });
  for (const subject of ["one", odd]) await audited(url, subject);
}

/** One more entry in the log of what people did. */
export async function audited(url: string, subject: string): Promise<void> {
  await using database = await openDatabase(url);
  const entry = { at: 5, account: "a", who: "Ada", action: "signed-in", subject, detail: "" };
  await new PostgresAudit(database.tables, "shop").add(entry);
}

/** All that a database holds, line by line. */
export async function contentOf(url: string): Promise<BackupLine[]> {
  const lines: BackupLine[] = [];
  await using dump = await openDump(url);
  for await (const line of dump.lines()) lines.push(line);
  return lines;
}
