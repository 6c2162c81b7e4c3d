import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { ProjectFolder, projectIdentity } from "@rivulet/model/folder";
import {
  type BackupLine,
  type DatabaseDump,
  DatabaseError,
  openDump,
  writeBackup,
} from "@rivulet/persistence";
import { backupPaths } from "../backup/backup-paths.ts";
import { borrowDatabase } from "../backup/project-database.ts";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { projectFolder } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";
import { UnreadableError } from "../unreadable-error.ts";

/** Changes when a file is written, added or removed. */
function signature(folder: string): string {
  const facts = backupPaths(folder).map((path) => {
    const { mtimeMs, size, ino } = statSync(join(folder, path));
    return [path, mtimeMs, size, ino].join(" ");
  });
  return facts.join("\n");
}

function readFiles(folder: string): BackupLine[] {
  return backupPaths(folder).map((path) => ({
    kind: "file",
    path,
    content: readFileSync(join(folder, path)).toString("base64"),
  }));
}

const attempts = 5;

/** All files as they were at one moment: when somebody saves meanwhile they are read again. */
function filesAtOnce(folder: string): BackupLine[] {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = signature(folder);
    const files = readFiles(folder);
    if (signature(folder) === before) return files;
  }
  throw new UnreadableError("The project is changed all the time. Try again in a moment.");
}

function nameOf(folder: string): string {
  const json = JSON.parse(readFileSync(join(folder, "rivulet.json"), "utf8")) as { readonly name?: unknown };
  return typeof json.name === "string" ? json.name : "";
}

async function* linesOf(folder: string, dump: DatabaseDump | undefined): AsyncGenerator<BackupLine> {
  yield {
    kind: "head",
    format: "rivulet-backup",
    version: 1,
    project: nameOf(folder),
    createdAt: new Date().toISOString(),
    migration: dump?.migration ?? null,
  };
  yield* filesAtOnce(folder);
  if (dump) yield* dump.lines();
}

async function write(folder: string, file: string, terminal: Terminal): Promise<void> {
  const database = await borrowDatabase(folder, terminal);
  try {
    const project = projectIdentity(new ProjectFolder(folder));
    await using dump = database && (await openDump(database.url, database.isShared ? project : undefined));
    await writeBackup(file, linesOf(folder, dump));
    const what = dump?.migration ? "the project and its database" : "the project, which has no database";
    terminal.error(`Wrote ${what} into ${file}.`);
  } finally {
    await database?.stop();
  }
}

/** `rivulet backup`: the project's files and its database, in one file. Nothing is stopped for it. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [written = "."] = line.positionals;
  const output = line.text("output");
  if (output === undefined) throw new UsageError("Into which file? Add -o <file>.");
  const folder = projectFolder(written, terminal);
  const file = terminal.path(output);
  if (existsSync(file)) throw new UsageError(`${output} is there already. Choose another file.`);
  try {
    await write(realpathSync(folder), file, terminal);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new UnreadableError(error.message);
  }
  terminal.error(
    "The key of the secret values is not in it: keep .rivulet/secret.key, or RIVULET_SECRET_KEY, elsewhere.",
  );
  return exitCodes.done;
}
