import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { SecretsError } from "./secrets-error.ts";

const largestFile = 1024 * 1024;

/**
 * The text of a file that only its owner may be able to read; `undefined` when there is none. Permissions are looked at
 * on the open file, so that nobody swaps it in between.
 *
 * @param name the path below the project folder, for messages
 */
export function readOwnerFile(projectFolder: string, name: string): string | undefined {
  const file = open(projectFolder, name);
  if (file === undefined) return undefined;
  try {
    const { mode, size } = fstatSync(file);
    if ((mode & 0o077) !== 0) {
      const reason = "can be read by others than its owner, so it is not used. Run chmod 600 on it.";
      throw new SecretsError(`${name} ${reason}`);
    }
    if (size > largestFile) throw new SecretsError(`${name} is larger than 1 MB, so it is not read.`);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

function open(projectFolder: string, name: string): number | undefined {
  try {
    return openSync(join(projectFolder, name), constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new SecretsError(`${name} cannot be opened: ${(error as Error).message}.`, { cause: error });
  }
}

/** Writes such a file, all of it or nothing, and until it is on the disk. The folder must be there. */
export function writeOwnerFile(projectFolder: string, name: string, text: string): void {
  const file = join(projectFolder, name);
  const temporary = `${file}.${randomUUID()}`;
  try {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const message = `${name} cannot be written: ${(error as Error).message}. It is as it was.`;
    throw new SecretsError(message, { cause: error });
  }
}
