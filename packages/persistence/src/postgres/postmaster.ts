import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The id of the PostgreSQL process that runs on a data folder; `undefined` when none does. */
export function livingPostmaster(dataFolder: string): number | undefined {
  const file = join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n", 1)[0]);
  return pid > 0 && isAlive(pid) && isPostgres(pid, dataFolder) ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process id may be another program's by now; where that cannot be told, PostgreSQL itself will refuse. */
function isPostgres(pid: number, dataFolder: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataFolder);
  } catch {
    return false;
  }
}

/** Asks a PostgreSQL that is not our child to end in order, and waits until it is gone. */
export async function endPostmaster(dataFolder: string): Promise<void> {
  const pid = livingPostmaster(dataFolder);
  if (pid === undefined) return;
  process.kill(pid, "SIGINT");
  while (livingPostmaster(dataFolder) !== undefined) await delay(20);
}
