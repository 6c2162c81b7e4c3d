import { join } from "node:path";
import { type Account, freePort, type RunningChild } from "@rivulet/supervision";
import type { BackupLine } from "../backup/backup-line.ts";
import { openDump } from "../backup/dump-tables.ts";
import { loadTables } from "../backup/load-tables.ts";
import { type ConnectionFacts, readConnectionFacts, urlOf } from "../postgres/connection-facts.ts";
import { DatabaseError } from "../postgres/database-error.ts";
import { clusterOf, majorVersion, makeCluster } from "../postgres/initialise.ts";
import { endPostmaster } from "../postgres/postmaster.ts";
import type { PostgresPrograms } from "../postgres/programs.ts";
import { runPostgres } from "../postgres/run-postgres.ts";
import { earlierPrograms } from "./earlier-programs.ts";
import { RowsDigest } from "./rows-digest.ts";
import { beginUpgrade, copyIn, settleUpgrade, takeOver } from "./upgrade-folder.ts";

/** Files of an earlier major version that are to become ours. */
export interface UpgradeDataOptions {
  readonly folder: string;
  /** Ours. */
  readonly programs: PostgresPrograms;
  readonly account: Account | undefined;
  /** The major version that made the files. */
  readonly from: string;
  readonly earlierPrograms?: string | undefined;
  readonly tell: (line: string) => void;
}

const rowsBetweenWords = 50_000;

/**
 * Brings files of an earlier major version to ours: both versions run beside each other, all rows go from one to the other in
 * one transaction, are read again and compared, and only then the new files take the place of the old ones, which are kept. Until
 * then nothing of the old ones is changed, and whatever cuts it off is settled by the next start.
 *
 * @throws {DatabaseError} with what to do about it
 */
export async function upgradeData(options: UpgradeDataOptions): Promise<void> {
  const { folder, from, tell } = options;
  tell(`${clusterOf(folder)} was made by PostgreSQL ${from}; it is brought to ${majorVersion} now.`);
  const work = beginUpgrade(folder, options.account);
  try {
    const programs = await earlierPrograms({
      version: from,
      named: options.earlierPrograms,
      work,
      account: options.account,
      tell,
    });
    const rows = await copyInto(copyIn(folder), programs, options);
    const kept = takeOver(folder, from);
    tell(
      `PostgreSQL ${majorVersion} has all ${rows.toLocaleString("en")} rows. The files of before are kept in ${kept}: delete that folder when you want to.`,
    );
  } catch (error) {
    throw error instanceof DatabaseError && error.code === "other-version" ? error : notUpgraded(error);
  } finally {
    await settleUpgrade(folder);
  }
}

function notUpgraded(error: unknown): DatabaseError {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The database could not be brought to PostgreSQL ${majorVersion}: ${reason} Nothing of it was changed; the next start tries again.`;
  return new DatabaseError("not-upgraded", message, { cause: error });
}

/** New files with the rows of the old ones, and neither version running any more. Answers with how many rows there are. */
async function copyInto(
  data: string,
  earlier: PostgresPrograms,
  { folder, programs, account, tell }: UpgradeDataOptions,
): Promise<number> {
  const facts = readConnectionFacts(folder);
  if (!facts) throw new Error(`${folder} has no connection.json.`);
  // One that a killed process left running.
  await endPostmaster(clusterOf(folder));
  await makeCluster({ programs, data, account, password: facts.password });
  const run = async (which: PostgresPrograms, files: string) => {
    const place = { ...facts, port: await freePort() };
    const logFile = join(folder, "postgres.log");
    const child = await runPostgres({ programs: which, data: files, facts: place, account, logFile });
    return stopped(child, place);
  };
  await using source = await run(earlier, clusterOf(folder));
  await using target = await run(programs, data);
  // Awaited here: both run until all is copied.
  return await copyRows(source.url, target.url, tell);
}

function stopped(child: RunningChild, facts: ConnectionFacts): AsyncDisposable & { readonly url: string } {
  const stop = async () => void (await child.terminate());
  return { url: urlOf(facts), [Symbol.asyncDispose]: stop };
}

/** All rows from one database into another that is empty, proven by reading them there. */
async function copyRows(source: string, target: string, tell: (line: string) => void): Promise<number> {
  await using dump = await openDump(source);
  if (dump.migration === null) return 0;
  const sent = new RowsDigest();
  await loadTables(target, dump.migration, noted(dump.lines(), sent, tell));
  tell("Comparing them.");
  const arrived = new RowsDigest();
  await using copy = await openDump(target);
  for await (const line of copy.lines()) arrived.add(line);
  if (arrived.text() !== sent.text()) throw new Error("The rows that arrived are not those that were sent.");
  return sent.rows;
}

async function* noted(
  lines: AsyncIterable<BackupLine>,
  digest: RowsDigest,
  tell: (line: string) => void,
): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    digest.add(line);
    if (line.kind === "row" && digest.rows % rowsBetweenWords === 0) {
      tell(`Copied ${digest.rows.toLocaleString("en")} rows.`);
    }
    yield line;
  }
}
