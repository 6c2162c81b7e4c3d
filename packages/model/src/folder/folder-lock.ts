import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { localFolder } from "./local-folder.ts";
import { pause } from "./pause.ts";
import { isAlive, type ProcessIdentity, thisProcess } from "./process-life.ts";

/** The right to write into a project folder, until it is released or the process ends, however it ends. */
export interface FolderLock {
  readonly outcome: "locked";
  release(): void;
}

/** Somebody else is writing, or a server has the project open. */
export interface FolderLockRefusal {
  readonly outcome: "held";
  /** Number of the process that holds the lock. */
  readonly pid: number;
}

const namePattern = /^(\d+)\.(\d+)\.[0-9a-f]+$/;

function ownerOf(name: string): ProcessIdentity | undefined {
  const [, pid, start] = namePattern.exec(name) ?? [];
  return pid && start ? { pid: Number(pid), start } : undefined;
}

/** Who else has, or wants, the lock; entries of processes that have ended are removed. */
function others(folder: string, own: string): ProcessIdentity[] {
  const alive: ProcessIdentity[] = [];
  for (const name of readdirSync(folder)) {
    const owner = name === own ? undefined : ownerOf(name);
    if (owner && isAlive(owner)) alive.push(owner);
    else if (owner) rmSync(join(folder, name), { force: true });
  }
  return alive;
}

function tryOnce(folder: string): FolderLock | FolderLockRefusal {
  const { pid, start } = thisProcess();
  const name = `${pid}.${start}.${randomBytes(8).toString("hex")}`;
  const release = () => rmSync(join(folder, name), { force: true });
  closeSync(openSync(join(folder, name), "wx", 0o600));
  const [other] = others(folder, name);
  if (!other) return { outcome: "locked", release };
  release();
  return { outcome: "held", pid: other.pid };
}

const attempts = 4;

/**
 * Takes the one lock of a folder, which is there for nothing else.
 *
 * Whoever wants it puts down a file of its own, whose name says which process it is, and then looks round: it has
 * the lock when no other living process has put down one. So two never have it, the lock of a killed process counts
 * for nothing, and no file that another process may rely on is ever replaced. Two that come at the same moment see
 * each other, step back and try again.
 */
export function takeLock(folder: string): FolderLock | FolderLockRefusal {
  let result = tryOnce(folder);
  for (let attempt = 1; attempt < attempts && result.outcome === "held"; attempt += 1) {
    pause(1 + Math.random() * 10 * attempt);
    result = tryOnce(folder);
  }
  return result;
}

/** The number of a living process that holds the lock of a folder, or is just asking for it. */
export function holderOfLock(folder: string): number | undefined {
  return others(folder, "")[0]?.pid;
}

/**
 * Takes the one lock of a project folder for writers; see {@link takeLock}.
 *
 * @param root the project folder as a real path
 * @param name which lock: writers of the project's files have one, and whoever writes something else there has another
 */
export function lockFolder(root: string, name = "locks"): FolderLock | FolderLockRefusal {
  return takeLock(localFolder(root, name));
}

/** Between two looks at a lock that another process has, in milliseconds. */
const shortestWait = 10;

/**
 * The same for who has time: waits for a process that is writing, so many milliseconds at most, and lets others of this
 * process go on meanwhile.
 */
export async function lockFolderInTime(
  root: string,
  patience: number,
): Promise<FolderLock | FolderLockRefusal> {
  const folder = localFolder(root, "locks");
  const giveUp = performance.now() + patience;
  for (;;) {
    const result = tryOnce(folder);
    if (result.outcome === "locked" || performance.now() > giveUp) return result;
    // Of different length, so that two who wait do not meet for ever.
    await delay(shortestWait * (1 + 2 * Math.random()));
  }
}
