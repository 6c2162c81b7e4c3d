import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  assertWhole,
  type BackupHead,
  type BackupLine,
  DatabaseError,
  loadTables,
  readBackup,
} from "@rivulet/persistence";
import { isBackupPath } from "../backup/backup-paths.ts";
import { makeDatabase } from "../backup/project-database.ts";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { isOccupied } from "../templates.ts";
import type { Terminal } from "../terminal.ts";
import { UnreadableError } from "../unreadable-error.ts";

async function headOf(file: string): Promise<BackupHead> {
  for await (const line of readBackup(file)) {
    if (line.kind === "head") return line;
    break;
  }
  throw new UnreadableError(`${file} is no backup: it does not say what it holds.`);
}

function writeFile(folder: string, path: string, content: string): void {
  if (!isBackupPath(path))
    throw new UnreadableError(`The backup has a file ${path}, which belongs to no project.`);
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true, ...(path.startsWith(".rivulet/") ? { mode: 0o700 } : {}) });
  writeFileSync(file, Buffer.from(content, "base64"), { flag: "wx" });
  if (path.startsWith(".rivulet/")) chmodSync(file, 0o600);
}

/** Writes the files as they come by, and lets the rest through. */
async function* withoutFiles(folder: string, lines: AsyncIterable<BackupLine>): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if (line.kind === "file") writeFile(folder, line.path, line.content);
    else yield line;
  }
}

/** Reads what is left, for the files in it. */
async function passOver(lines: AsyncIterable<BackupLine>): Promise<void> {
  const iterator = lines[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}

async function restoreInto(folder: string, file: string, terminal: Terminal): Promise<number> {
  const { migration } = await headOf(file);
  const lines = withoutFiles(folder, readBackup(file));
  const database = migration === null ? undefined : await makeDatabase(folder, terminal);
  if (!database || migration === null) {
    await passOver(lines);
    if (migration !== null) terminal.error("The rows of its database were left out: DATABASE_URL is none.");
    return 0;
  }
  try {
    return await loadTables(database.url, migration, lines);
  } finally {
    await database.stop();
  }
}

/** `rivulet restore`: a backup, once all of it was looked at, into a folder and a database that are empty. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [written = ""] = line.positionals;
  const into = line.text("into");
  if (into === undefined) throw new UsageError("Into which folder? Add --into <dir>.");
  const file = terminal.path(written);
  if (!existsSync(file)) throw new UnreadableError(`There is no file ${written}.`);
  const folder = terminal.path(into);
  if (await isOccupied(folder)) throw new UsageError(`${into} is not empty. Choose another folder.`);
  try {
    await assertWhole(file);
    mkdirSync(folder, { recursive: true });
    const rows = await restoreInto(realpathSync(folder), file, terminal);
    terminal.error(`Brought back ${into}, with ${rows} rows of its database.`);
    return exitCodes.done;
  } catch (error) {
    // It was empty: what is in it now is ours.
    rmSync(folder, { recursive: true, force: true });
    if (!(error instanceof DatabaseError)) throw error;
    throw new UnreadableError(error.message);
  }
}
