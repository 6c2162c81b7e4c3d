import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { endRecordedChildren } from "../child/child-record.ts";
import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import { isAbandoned } from "./lock.ts";

/** Where the tables are kept, and what is to be done with the folder at the end. */
export interface DataFolder {
  readonly path: string;
  /** Removes a temporary folder; leaves one that the caller named. */
  dispose(): Promise<void>;
}

/**
 * The folder that the caller named, made when missing and open to its owner only; without a name a temporary one.
 *
 * @throws {EmbeddedDynamoDBError} `data-folder-invalid` when the path is not absolute
 */
export async function prepareDataFolder(path: string | undefined): Promise<DataFolder> {
  if (path === undefined) return temporaryFolder();
  if (!isAbsolute(path)) {
    throw new EmbeddedDynamoDBError(
      "data-folder-invalid",
      `The data folder "${path}" is not an absolute path. Give one, or leave it out for tables that are gone at the end.`,
    );
  }
  await mkdir(path, { recursive: true, mode: 0o700 });
  return { path, dispose: async () => {} };
}

const prefix = "rivulet-dynamodb-";

async function temporaryFolder(): Promise<DataFolder> {
  await removeAbandonedFolders();
  const path = await mkdtemp(join(tmpdir(), prefix));
  return { path, dispose: () => rm(path, { recursive: true, force: true }) };
}

/** Temporary folders of processes that were killed before they could remove them, with what still runs on them. */
async function removeAbandonedFolders(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => removeIfAbandoned(join(tmpdir(), name))));
}

async function removeIfAbandoned(folder: string): Promise<void> {
  if (!(await isAbandoned(folder))) return;
  try {
    await endRecordedChildren(folder);
    await rm(folder, { recursive: true, force: true });
  } catch {
    // Another process is removing it too, or it is another user's.
  }
}
