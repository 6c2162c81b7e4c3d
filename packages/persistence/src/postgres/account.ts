import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Account } from "@rivulet/supervision";
import { type PostgresPrograms, programsIn } from "./programs.ts";

/** Where things are put that another account must reach, when they may not stay where they are. */
const sharedFolder = "/var/lib/rivulet";

/** Accounts without rights of their own, the better known first. */
const accountNames = ["postgres", "nobody"];

/**
 * The account that PostgreSQL runs as: it refuses root. `undefined` for who is not root and stays who they are.
 * Nothing is created: `nobody` is on every machine.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row = accountNames.map((name) => rows.find(([known]) => known === name)).find((found) => found);
  if (!row) throw new Error(`There is no account ${accountNames.join(" or ")} for PostgreSQL to run as.`);
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Whether everybody may enter a folder: only then does the right to a thing in it mean anything. */
function isOpenTo(folder: string, { uid }: Account): boolean {
  const { mode, uid: owner } = statSync(folder);
  return (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0);
}

function canReach(path: string, account: Account): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !isOpenTo(folder, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A place of the same name for everybody, the same each time. */
function sharedPlaceOf(path: string): string {
  const hash = createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16);
  return join(sharedFolder, `${basename(dirname(dirname(resolve(path))))}-${hash}`);
}

/**
 * The data folder, or, where it lies in a private folder (a checkout of root, say), one below {@link sharedFolder}.
 * It exists and belongs to the account.
 */
export function prepareDataFolder(wanted: string, account: Account | undefined): string {
  const folder = account && !canReach(dirname(wanted), account) ? sharedPlaceOf(wanted) : wanted;
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** The programs, or a copy of them where the account cannot reach them. */
export function reachablePrograms(
  programs: PostgresPrograms,
  account: Account | undefined,
): PostgresPrograms {
  if (!account || canReach(programs.root, account)) return programs;
  const copy = sharedPlaceOf(programs.initdb);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(sharedFolder, { recursive: true });
    cpSync(programs.root, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (error) {
      // Somebody else was faster.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return programsIn(copy);
}
