import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "@rivulet/supervision";
import { reachablePrograms } from "../postgres/account.ts";
import { DatabaseError } from "../postgres/database-error.ts";
import { type PostgresPrograms, programsIn } from "../postgres/programs.ts";
import { fetchPrograms } from "./fetch-programs.ts";
import { pinnedReleases } from "./pinned-programs.ts";

/** Which earlier programs are wanted. */
export interface EarlierProgramsOptions {
  /** The major version. */
  readonly version: string;
  /** A folder that somebody named, with the programs in its `bin`. */
  readonly named: string | undefined;
  /** Where fetched ones may be put. */
  readonly work: string;
  /** Who runs them. */
  readonly account: Account | undefined;
  readonly tell: (line: string) => void;
}

/**
 * The programs of an earlier major version, which alone can read its files: those of a folder that somebody named,
 * else the last release that we had, from npm.
 *
 * @throws {DatabaseError} `other-version`
 */
export async function earlierPrograms(options: EarlierProgramsOptions): Promise<PostgresPrograms> {
  const { version, named, work, account, tell } = options;
  if (named !== undefined && named !== "")
    return reachablePrograms(await namedPrograms(version, named), account);
  const release = pinnedReleases[version];
  if (!release) throw notHad(version, "They are not among those that Rivulet can fetch.");
  tell(`Fetching the programs of PostgreSQL ${version} from npm, about 20 MB.`);
  try {
    return await fetchPrograms(release, join(work, "programs"));
  } catch (error) {
    throw notHad(version, `npm could not fetch them: ${(error as Error).message}`, error);
  }
}

async function namedPrograms(version: string, folder: string): Promise<PostgresPrograms> {
  const programs = programsIn(folder);
  if (!existsSync(programs.postgres)) throw notHad(version, `${folder} has no bin/postgres.`);
  const { stdout } = await promisify(execFile)(programs.postgres, ["--version"]);
  const found = /(\d+)/.exec(stdout)?.[1];
  if (found !== version) throw notHad(version, `${folder} has PostgreSQL ${found}.`);
  return programs;
}

function notHad(version: string, reason: string, cause?: unknown): DatabaseError {
  const message = `The files were made by PostgreSQL ${version}, and its programs are needed to read them. ${reason} Nothing was changed. Set RIVULET_EARLIER_POSTGRES to the folder of an installed PostgreSQL ${version}, such as /usr/lib/postgresql/${version}, or make a backup with the Rivulet that has that version (rivulet backup) and restore it with this one (rivulet restore).`;
  return new DatabaseError("other-version", message, { cause });
}
