import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { errorAt, type Problem } from "../problem.ts";
import { folderLimits } from "./folder-limits.ts";
import { FolderError } from "./local-folder.ts";

/** The content of a file, or why it could not be read. The hash is that of the bytes in the file. */
export type FileContent =
  | { readonly hash: string; readonly content: JsonValue }
  | { readonly hash?: string; readonly problem: Problem };

/** A file as it lay in the folder at one moment. */
export interface FileState {
  /** Changes when the file does; `undefined` when it changed so lately that a further change might not show. */
  readonly stamp: string | undefined;
  readonly size: number;
}

/** Within this time of a change a file system may give the next change the same time (FAT: 2 s). */
const clockGranularity = 2_000_000_000n;

/** SHA-256 in hexadecimal; equal to `hashText` of the file's text. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * The bytes of a file; `undefined` when there is none.
 *
 * @throws {FolderError} when a folder is there
 */
export function readBytes(root: string, path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(root, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code !== "EISDIR") throw error;
    throw new FolderError(`${path} is a folder; a document cannot be written there. Remove the folder.`, {
      cause: error,
    });
  }
}

function stampOf(stats: BigIntStats): string | undefined {
  const now = BigInt(Date.now()) * 1_000_000n;
  if (now - stats.mtimeNs < clockGranularity || now - stats.ctimeNs < clockGranularity) return undefined;
  return `${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`;
}

/** `undefined` when there is no such file. */
export function fileState(root: string, path: string): FileState | undefined {
  const stats = statSync(join(root, path), { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() ? { stamp: stampOf(stats), size: Number(stats.size) } : undefined;
}

/** Reads one JSON file of a project folder; every way in which that can fail is a problem of the file. */
export function readProjectFile(root: string, path: string, size: number): FileContent {
  if (size > folderLimits.maximumFileBytes) {
    const message = `${path} has ${size} bytes; ${folderLimits.maximumFileBytes} are allowed.`;
    return { problem: errorAt({ file: path }, "file-too-large", message) };
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path));
  } catch (error) {
    const message = `${path} cannot be read: ${(error as Error).message}.`;
    return { problem: errorAt({ file: path }, "unreadable-file", message) };
  }
  const hash = hashBytes(bytes);
  if (isUtf8(bytes)) return { hash, ...readJson(bytes.toString("utf8"), path) };
  const message = `${path} is not a text in UTF-8. Save it in that encoding.`;
  return { hash, problem: errorAt({ file: path }, "not-text", message) };
}
