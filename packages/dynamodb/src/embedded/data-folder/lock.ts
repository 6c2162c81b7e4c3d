import { mkdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import { describeOwner } from "./control-client.ts";
import type { DataFolderOwner } from "./owner.ts";

const lockFile = (folder: string) => join(folder, "lock.json");

/**
 * Takes the one lock of a data folder; the caller's control endpoint must already answer. A lock whose process is gone
 * is taken over.
 *
 * @throws {EmbeddedDynamoDBError} `data-folder-in-use`
 */
export async function acquireLock(folder: string, owner: DataFolderOwner): Promise<void> {
  const file = lockFile(folder);
  while (!(await createExclusively(file, JSON.stringify(owner)))) {
    const present = await findOwner(folder);
    if (present !== undefined) throw inUseError(folder, present);
    await removeWhenStale(folder);
  }
}

/** Gives the lock back, unless it has become another's. */
export async function releaseLock(folder: string, owner: DataFolderOwner): Promise<void> {
  const present = await readLock(folder);
  if (present !== undefined && present.token === owner.token) await rm(lockFile(folder), { force: true });
}

/** The living owner of the folder; undefined when nobody runs there (no lock, or a dead process's). */
export async function findOwner(folder: string): Promise<DataFolderOwner | undefined> {
  const owner = await readLock(folder);
  return owner !== undefined && (await isAlive(owner)) ? owner : undefined;
}

/** True when the folder has a lock and the process that took it has ended. */
export async function isAbandoned(folder: string): Promise<boolean> {
  const owner = await readLock(folder);
  return owner !== undefined && !isProcess(owner.pid);
}

async function createExclusively(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readLock(folder: string): Promise<DataFolderOwner | undefined> {
  try {
    return JSON.parse(await readFile(lockFile(folder), "utf8")) as DataFolderOwner;
  } catch {
    // No lock, or one that is being written at this moment.
    return undefined;
  }
}

/** After a reboot another program may have the process id, so the owner itself must answer too. */
async function isAlive(owner: DataFolderOwner): Promise<boolean> {
  return isProcess(owner.pid) && (await describeOwner(owner)).kind !== "gone";
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const writingTakesAtMostMilliseconds = 2_000;

/**
 * Removes the lock of a dead process. Only one process may judge and remove at a time: a second one, slower, would
 * remove the new lock of the first. Judging takes milliseconds, so a guard that stands for long was left by a crash.
 */
async function removeWhenStale(folder: string): Promise<void> {
  const guard = `${lockFile(folder)}.recovery`;
  try {
    await mkdir(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if ((await ageOf(guard)) > 10_000) await rmdir(guard).catch(() => {});
    await delay(20);
    return;
  }
  try {
    if (await isStale(folder)) await rm(lockFile(folder), { force: true });
    else await delay(20);
  } finally {
    await rmdir(guard);
  }
}

async function isStale(folder: string): Promise<boolean> {
  const owner = await readLock(folder);
  if (owner !== undefined) return !(await isAlive(owner));
  return (await ageOf(lockFile(folder))) > writingTakesAtMostMilliseconds;
}

/** Milliseconds since the last change; 0 when it does not exist. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  );
}

function inUseError(folder: string, { pid }: DataFolderOwner): EmbeddedDynamoDBError {
  return new EmbeddedDynamoDBError(
    "data-folder-in-use",
    `The embedded DynamoDB of ${folder} is already running in process ${pid}. Join it, or stop that process.`,
  );
}
