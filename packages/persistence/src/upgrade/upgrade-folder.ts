import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import type { Account } from "@rivulet/supervision";
import { endPostmaster } from "../postgres/postmaster.ts";
import { removal } from "../postgres/removal.ts";

// The steps of an upgrade are renames in this folder, so that whatever cuts it off leaves one of three states:
//
//   data (old)                          not upgraded; what is in upgrade/ is nothing yet
//   no data, upgrade/ready, data.17     the new files are proven, and only their name is missing
//   data (new), data.17                 done
//
// "ready" beside a "data" counts for nothing: the earlier version may have run, and stored, since.

const dataIn = (folder: string) => join(folder, "data");
const workIn = (folder: string) => join(folder, "upgrade");
/** Where an upgrade makes the new files. */
export const copyIn = (folder: string): string => join(workIn(folder), "data");
const readyIn = (folder: string) => join(workIn(folder), "ready");

/** A rename is kept over a loss of power once its folder is on the disk; Windows cannot open one. */
function flush(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Whether an upgrade was cut off between its last two steps. */
export function isUpgradeCutOff(folder: string): boolean {
  return !existsSync(dataIn(folder)) && existsSync(readyIn(folder));
}

/** Ends what a cut-off upgrade left: proven files get their name, and everything else of it goes. */
export async function settleUpgrade(folder: string): Promise<void> {
  if (isUpgradeCutOff(folder)) {
    renameSync(readyIn(folder), dataIn(folder));
    flush(folder);
  }
  await endPostmaster(copyIn(folder));
  rmSync(workIn(folder), removal);
}

/** A folder for an upgrade to work in, which belongs to the account; it was settled before. */
export function beginUpgrade(folder: string, account: Account | undefined): string {
  const work = workIn(folder);
  mkdirSync(work, { recursive: true, mode: 0o700 });
  if (account) chownSync(work, account.uid, account.gid);
  return work;
}

/** Puts the new files, which are proven, in the place of the earlier ones, which are kept: answers where. */
export function takeOver(folder: string, from: string): string {
  renameSync(copyIn(folder), readyIn(folder));
  flush(workIn(folder));
  const kept = keptPlace(folder, from);
  renameSync(dataIn(folder), kept);
  flush(folder);
  renameSync(readyIn(folder), dataIn(folder));
  flush(folder);
  return kept;
}

/** `data.17`, or `data.17-2` where somebody went back and comes again. */
function keptPlace(folder: string, from: string): string {
  for (let time = 1; ; time += 1) {
    const place = join(folder, time === 1 ? `data.${from}` : `data.${from}-${time}`);
    if (!existsSync(place)) return place;
  }
}
