import { execFile } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { RunningChild } from "@rivulet/supervision";

/**
 * What is remembered of a running child in its folder, so that the next process can end it when this one died without
 * doing so (no `setpriv` on this machine). Two children on one database file would destroy each other's rows.
 */
interface ChildRecord {
  readonly pid: number;
  readonly commandLine: readonly string[];
}

const recordName = "child.json";
const recordFile = (folder: string) => join(folder, recordName);

export async function writeChildRecord(folder: string, { pid, command }: RunningChild): Promise<void> {
  const record: ChildRecord = { pid, commandLine: [command.executable, ...command.parameters] };
  await writeFile(recordFile(folder), JSON.stringify(record), { mode: 0o600 });
}

/** Forgets the child with this id; the record of another one that has taken over is kept. */
export async function removeChildRecord(folder: string, pid: number): Promise<void> {
  if ((await readChildRecord(folder))?.pid === pid) await rm(recordFile(folder), { force: true });
}

/** Ends every child that an earlier process left running somewhere under this folder. */
export async function endRecordedChildren(dataFolder: string): Promise<void> {
  const paths = await readdir(dataFolder, { recursive: true });
  const records = paths.filter((path) => basename(path) === recordName);
  await Promise.all(records.map((path) => endRecordedChild(dirname(join(dataFolder, path)))));
}

/**
 * Ends the child that is recorded in this folder and waits until it is gone. A process that merely
 * has the same id today is left alone: its command line must be the one recorded.
 */
async function endRecordedChild(folder: string): Promise<void> {
  const record = await readChildRecord(folder);
  if (record === undefined) return;
  const deadline = Date.now() + 5_000;
  while (await isStillRunning(record)) {
    if (Date.now() > deadline) throw new Error(`Process ${record.pid} of ${folder} cannot be ended.`);
    endProcess(record.pid);
    await delay(10);
  }
  await removeChildRecord(folder, record.pid);
}

async function readChildRecord(folder: string): Promise<ChildRecord | undefined> {
  try {
    return JSON.parse(await readFile(recordFile(folder), "utf8")) as ChildRecord;
  } catch {
    return undefined;
  }
}

async function isStillRunning({ pid, commandLine }: ChildRecord): Promise<boolean> {
  const running = await commandLineOf(pid);
  return running !== undefined && running === commandLine.join(" ");
}

/** The command line of a process, its words joined by a space; undefined when there is none or none can be read. */
async function commandLineOf(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === "linux") {
      const words = (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
      return words.slice(0, -1).join(" ");
    }
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
