import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import { parseDocumentPath } from "../documents/document-path.ts";
import { parseJson } from "../json/parse-json.ts";
import { leadsInside } from "./inside-folder.ts";
import { FolderError, localFolder, localFolderName } from "./local-folder.ts";

/*
 * A save is all or none, over any number of files and whenever the process is killed:
 *
 *   1. preparing/   the new files and a plan of what goes where, all on the disk
 *   2. committed/   the same folder renamed: from here on the save has happened
 *   3. the plan is carried out; each step may be done twice
 *   4. done/        renamed again, then removed
 *
 * Whoever opens the folder carries out a committed journal again and throws any other away. All of it is done by
 * whoever holds the lock of the folder.
 */

/** What a save does to the files of a project folder; paths are relative, with `/`. */
export interface FileChanges {
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  readonly removals: readonly string[];
}

const documentPath = z.string().check(z.refine((path) => parseDocumentPath(path) !== undefined));

/** The plan is read from a folder that may come from anywhere, so it can name nothing but documents. */
const planSchema = z.strictObject({
  format: z.literal("rivulet/journal"),
  version: z.literal(1),
  /** The file numbered `n` goes to the n-th path. */
  writes: z.array(documentPath),
  removals: z.array(documentPath),
});

type Plan = z.infer<typeof planSchema>;

const planFile = "plan.json";

function journalFolder(root: string, state: "preparing" | "committed" | "done"): string {
  return join(root, localFolderName, "journal", state);
}

/** Puts the entries of a folder on the disk. Windows does that by itself, and refuses to be asked. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So many files are written at a time. */
const writersAtATime = 16;

async function prepare(folder: string, changes: FileChanges): Promise<void> {
  mkdirSync(folder);
  const writes = [...changes.writes.keys()];
  const plan: Plan = { format: "rivulet/journal", version: 1, writes, removals: [...changes.removals] };
  const files: [string, string | Uint8Array][] = [[planFile, JSON.stringify(plan)]];
  for (const [index, content] of [...changes.writes.values()].entries()) files.push([String(index), content]);
  for (let start = 0; start < files.length; start += writersAtATime) {
    const batch = files.slice(start, start + writersAtATime);
    await Promise.all(batch.map(([name, content]) => writeDurably(join(folder, name), content)));
  }
  syncFolder(folder);
}

function requireInside(root: string, path: string): void {
  if (leadsInside(root, path)) return;
  throw new FolderError(
    `${path} leads out of the project folder over a link. Remove the link; nothing was written there.`,
  );
}

/** Finds out before anything is committed whether the files can go where they belong. */
function requirePlaces(root: string, { writes, removals }: FileChanges): void {
  for (const path of [...writes.keys(), ...removals]) {
    if (!parseDocumentPath(path)) throw new FolderError(`${path} cannot be the path of a document.`);
    requireInside(root, path);
  }
  for (const path of writes.keys()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) {
      throw new FolderError(`${path} is a folder; a document cannot be written there. Remove the folder.`);
    }
  }
}

/** Puts a file of the journal in its place in one step, and leaves it in the journal in case we are killed. */
function place(source: string, target: string): void {
  const copy = `${source}.placed`;
  rmSync(copy, { force: true });
  if (!lstatSync(source).isFile()) throw new FolderError(`${source} is not a file of a save. Remove it.`);
  try {
    linkSync(source, copy);
  } catch {
    copyFileSync(source, copy);
    const descriptor = openSync(copy, "r+");
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
  mkdirSync(dirname(target), { recursive: true });
  renameSync(copy, target);
  // A link renamed onto another link to the same file stays where it is.
  rmSync(copy, { force: true });
}

/** Removes folders that have become empty, from the inside out, but never the project folder. */
function removeEmptyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

/**
 * Carries out a committed plan: first what goes, then what comes, so that a new name that differs only in case is
 * right on every system. Without a pause, so that nobody in this process sees half of it.
 */
function carryOut(root: string, folder: string, plan: Plan): void {
  for (const path of [...plan.removals, ...plan.writes]) requireInside(root, path);
  for (const path of plan.removals) rmSync(join(root, path), { force: true });
  for (const [index, path] of plan.writes.entries()) place(join(folder, String(index)), join(root, path));
  for (const path of plan.removals) removeEmptyFolders(root, path);
}

function syncTargets(root: string, plan: Plan): void {
  const folders = new Set([...plan.writes, ...plan.removals].map((path) => dirname(path)));
  for (const folder of folders) if (existsSync(join(root, folder))) syncFolder(join(root, folder));
}

/** Takes a journal out of the way; only then are its files removed. */
function finish(root: string): void {
  rmSync(journalFolder(root, "done"), { recursive: true, force: true });
  renameSync(journalFolder(root, "committed"), journalFolder(root, "done"));
  rmSync(journalFolder(root, "done"), { recursive: true, force: true });
}

function readPlan(folder: string): Plan {
  const result = planSchema.safeParse(parseJson(readFileSync(join(folder, planFile), "utf8")));
  if (result.success) return result.data;
  throw new FolderError(
    `${folder} does not hold the plan of a save. Remove that folder; nothing was written.`,
  );
}

/**
 * Changes files of a project folder, all or none. The caller holds the lock of the folder and has settled it (see
 * {@link settleJournal}).
 *
 * @throws {FolderError} when a path leads out of the folder; then nothing was written
 */
export async function writeThroughJournal(root: string, changes: FileChanges): Promise<void> {
  requirePlaces(root, changes);
  const journal = localFolder(root, "journal");
  await prepare(journalFolder(root, "preparing"), changes);
  renameSync(journalFolder(root, "preparing"), journalFolder(root, "committed"));
  syncFolder(journal);
  finishCommittedSave(root);
}

/**
 * Carries out a committed save. A process that has the lock does so without a pause behind the commit, so that it
 * never meets its own committed save, unless an error kept it from ending: then it tries again.
 */
export function finishCommittedSave(root: string): void {
  requireInside(root, join(localFolderName, "journal", "committed"));
  const folder = journalFolder(root, "committed");
  const plan = readPlan(folder);
  carryOut(root, folder, plan);
  syncTargets(root, plan);
  finish(root);
}

/** Whether a save has happened whose files may not all be in their places. */
export function hasCommittedJournal(root: string): boolean {
  return existsSync(journalFolder(root, "committed"));
}

/** Ends what a killed process has begun: a committed save is carried out, any other is thrown away. Needs the lock. */
export function settleJournal(root: string): void {
  if (hasCommittedJournal(root)) finishCommittedSave(root);
  rmSync(journalFolder(root, "preparing"), { recursive: true, force: true });
}

/** Changes whenever a save is prepared, committed or done: who reads compares it before and after. */
export function journalStamp(root: string): string {
  const stats = statSync(join(root, localFolderName, "journal"), { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.mtimeNs}` : "";
}
