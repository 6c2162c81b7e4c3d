import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leadsInside } from "./inside-folder.ts";

/** The part of a project folder that belongs to this machine and never goes into Git. */
export const localFolderName = ".rivulet";

/** A project folder in which nothing may be written, with the reason. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/**
 * The path of a folder below `.rivulet`, made when it is not there, for its owner only. `.rivulet` tells Git to leave
 * it alone.
 *
 * @param root the project folder as a real path
 * @throws {FolderError} when `.rivulet` is a link that leads out of the project folder
 * @example localFolder(root, "journal") // "/home/ann/shop/.rivulet/journal"
 */
export function localFolder(root: string, ...path: readonly string[]): string {
  const relative = join(localFolderName, ...path);
  if (!leadsInside(root, relative)) {
    throw new FolderError(`${join(root, relative)} leads out of the project folder. Remove that link.`);
  }
  const folder = join(root, relative);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  ignoreInGit(join(root, localFolderName, ".gitignore"));
  return folder;
}

function ignoreInGit(file: string): void {
  try {
    writeFileSync(file, "*\n", { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
