import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { DatabaseError } from "../postgres/database-error.ts";
import { type BackupLine, readBackupLine } from "./backup-line.ts";

/** On one line whoever reads it: some take these two characters for the end of one. */
function textOf(line: BackupLine): string {
  const escaped = JSON.stringify(line).replace(/[\u2028\u2029]/g, (end) =>
    end === "\u2028" ? "\\u2028" : "\\u2029",
  );
  return `${escaped}\n`;
}

async function* sealed(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const line of lines) {
    const text = textOf(line);
    hash.update(text);
    count += 1;
    yield text;
  }
  yield textOf({ kind: "end", lines: count, sha256: hash.digest("hex") });
}

/**
 * Writes a backup for its owner only, line by line as they come. A file that is there is never overwritten, and half a
 * backup is not left behind.
 *
 * @throws `EEXIST` when there is such a file
 */
export async function writeBackup(file: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  const target = createWriteStream(file, { flags: "wx", mode: 0o600, flush: true });
  let isOurs = false;
  target.once("open", () => (isOurs = true));
  try {
    await pipeline(Readable.from(sealed(lines)), createGzip(), target);
  } catch (error) {
    if (isOurs) rmSync(file, { force: true });
    throw error;
  }
}

function damaged(file: string, reason: string): DatabaseError {
  return new DatabaseError("not-restored", `${file} is no whole backup: ${reason}. Nothing was changed.`);
}

async function* textsOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  try {
    yield* createInterface({ input: source.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw damaged(file, (error as Error).message);
  } finally {
    source.destroy();
  }
}

/** The lines of a backup in order, the last one left out. @throws {DatabaseError} `not-restored` for what is no line */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  for await (const text of textsOf(file)) {
    const line = readBackupLine(text);
    if (!line) throw damaged(file, "it has a line that cannot be read");
    if (line.kind === "end") return;
    yield line;
  }
}

/** Reads all of a backup before anything is done with it. @throws {DatabaseError} `not-restored` */
export async function assertWhole(file: string): Promise<void> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const text of textsOf(file)) {
    const line = readBackupLine(text);
    if (!line) throw damaged(file, "it has a line that cannot be read");
    if (line.kind === "end") {
      if (line.lines === count && line.sha256 === hash.digest("hex")) return;
      throw damaged(file, "it was changed");
    }
    hash.update(`${text}\n`);
    count += 1;
  }
  throw damaged(file, "its end is missing");
}
