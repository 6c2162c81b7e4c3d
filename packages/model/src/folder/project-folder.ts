import { diffRecords, emptyDiff } from "../diff.ts";
import { documentsOf } from "../documents/documents-of.ts";
import { printDocument } from "../documents/write-document.ts";
import { errorAt, type Problem } from "../problem.ts";
import type { ProjectRecords } from "../records/records.ts";
import { lockFolderInTime } from "./folder-lock.ts";
import { realFolder } from "./inside-folder.ts";
import { type FileChanges, settleJournal, writeThroughJournal } from "./journal.ts";
import type { LoadedProject } from "./loaded-project.ts";
import { FolderError } from "./local-folder.ts";
import { type DocumentChange, planSave, type SavePlan } from "./plan-save.ts";
import { PresentDocuments } from "./present-documents.ts";
import { ProjectReader } from "./project-reader.ts";
import { hashBytes, readBytes } from "./read-project-file.ts";
import type { ProjectChange, SaveResult } from "./save-result.ts";

function missingHashes(changes: readonly DocumentChange[], { expectedHashes }: ProjectChange): Problem[] {
  return changes
    .filter(({ id, needsHash }) => needsHash && expectedHashes[id] === undefined)
    .map(({ id, from = "" }) => {
      const message = `The save changes ${from}, but does not say from which hash of the document ${id} it started.`;
      return errorAt({ file: from }, "missing-hash", message);
    });
}

/** The documents that are not written as Rivulet writes them, or not where it writes them. */
function planFormat(root: string, project: LoadedProject): readonly DocumentChange[] {
  const paths = new Map(project.documents.map(({ id, path }) => [id, path]));
  return documentsOf(project.records)
    .map((document) => ({ document, from: paths.get(document.id), text: printDocument(document) }))
    .filter(({ document, from, text }) => {
      if (from !== document.path) return true;
      return Buffer.compare(readBytes(root, from) ?? Buffer.of(), Buffer.from(text)) !== 0;
    })
    .map(({ document: { id, path }, from, text }) => ({
      id,
      to: path,
      ...(from === undefined ? {} : { from }),
      text,
      needsHash: false,
    }));
}

/** Files and their contents from the changes of documents; a file that is written is not removed. */
function fileChanges(root: string, changes: readonly DocumentChange[]): FileChanges {
  const writes = new Map<string, string | Uint8Array>();
  for (const { from, to, text } of changes) {
    const content = text ?? (from === undefined ? undefined : readBytes(root, from));
    if (to !== undefined && content !== undefined) writes.set(to, content);
  }
  const removals = changes.flatMap(({ from }) => (from === undefined || writes.has(from) ? [] : [from]));
  return { writes, removals };
}

function hashesOf(
  changes: readonly DocumentChange[],
  { writes }: FileChanges,
): Record<string, string | null> {
  const hash = ({ to }: DocumentChange) => {
    const content = to === undefined ? undefined : writes.get(to);
    return content === undefined ? null : hashBytes(Buffer.from(content));
  };
  return Object.fromEntries(changes.map((change) => [change.id, hash(change)]));
}

/** How long a save waits for another process that saves, in milliseconds. */
const patienceWithOthers = 10_000;

/**
 * A project folder that stays open: it is read again cheaply, and saved into.
 *
 * Any number of processes may have a folder open: each save takes the lock for itself, and what another one has saved since
 * is a conflict like that of two people. Saves of one object come one after the other.
 *
 * @example
 * const folder = new ProjectFolder("./shop");
 * const { records, documents } = folder.read();
 * await folder.save({ diff, expectedHashes: { [id]: hash } });
 */
export class ProjectFolder {
  readonly path: string;
  readonly #reader: ProjectReader;
  readonly #patience: number;
  #saves: Promise<unknown> = Promise.resolve();

  /** @param patience how long a save waits for another process that saves, in milliseconds */
  constructor(path: string, patience = patienceWithOthers) {
    this.path = path;
    this.#reader = new ProjectReader(path);
    this.#patience = patience;
  }

  /** The project as it is in the folder now. Files that have not changed keep their records, the very same objects. */
  read(): LoadedProject {
    return this.#reader.read();
  }

  /**
   * Saves a change of records: all of it or nothing, also when the process is killed in the middle. A document that
   * was renamed moves; one that is in no file yet gets one.
   *
   * @throws {FolderError} when the folder is no place for a project
   */
  save(change: ProjectChange): Promise<SaveResult> {
    return this.#exclusively((root) => {
      const project = this.read();
      const present = new PresentDocuments(root, project);
      const stale = present.stale(change.expectedHashes);
      if (stale.length > 0) return { outcome: "stale", documents: stale };
      return this.#carryOut(root, planSave(project, change.diff), { present, change });
    });
  }

  /** Writes every document as `save` would, and where `save` would; a project that is so already is left alone. */
  format(): Promise<SaveResult> {
    return this.#exclusively((root) => {
      const project = this.read();
      const present = new PresentDocuments(root, project);
      const change = { diff: emptyDiff, expectedHashes: {} };
      return this.#carryOut(root, { changes: planFormat(root, project) }, { present, change });
    });
  }

  /** The paths of documents that {@link format} would write or move. */
  unformatted(): readonly string[] {
    return planFormat(this.#root(), this.read()).map(({ from, to }) => from ?? to ?? "");
  }

  async #carryOut(
    root: string,
    plan: SavePlan,
    { present, change }: { present: PresentDocuments; change: ProjectChange },
  ): Promise<SaveResult> {
    if ("problems" in plan) return { outcome: "refused", problems: plan.problems };
    const missing = missingHashes(plan.changes, change);
    if (missing.length > 0) return { outcome: "refused", problems: missing };
    const occupied = present.occupied(plan.changes);
    if (occupied.length > 0) return { outcome: "stale", documents: occupied };
    const files = fileChanges(root, plan.changes);
    if (plan.changes.length > 0) await writeThroughJournal(root, files);
    return { outcome: "saved", hashes: hashesOf(plan.changes, files), project: this.read() };
  }

  #root(): string {
    const root = realFolder(this.path);
    if (root === undefined) throw new FolderError(`There is no folder ${this.path}.`);
    return root;
  }

  async #exclusively(action: (root: string) => SaveResult | Promise<SaveResult>): Promise<SaveResult> {
    const turn = this.#saves.then(() => this.#locked(action));
    this.#saves = turn.catch(() => undefined);
    return turn;
  }

  async #locked(action: (root: string) => SaveResult | Promise<SaveResult>): Promise<SaveResult> {
    const root = this.#root();
    const lock = await lockFolderInTime(root, this.#patience);
    if (lock.outcome === "held") return lock;
    try {
      settleJournal(root);
      return await action(root);
    } finally {
      lock.release();
    }
  }
}

/** Saves once into a folder that is not kept open; see {@link ProjectFolder.save}. */
export function saveProject(folder: string, change: ProjectChange): Promise<SaveResult> {
  return new ProjectFolder(folder).save(change);
}

/**
 * Writes a new project into a folder that exists. A folder in which there is a project already is refused.
 *
 * @throws {FolderError} when there is no such folder
 * @example await createProject("./shop", blankProject({ name: "Shop", connectors }))
 */
export async function createProject(path: string, records: ProjectRecords): Promise<SaveResult> {
  const folder = new ProjectFolder(path);
  if (folder.read().documents.length === 0) {
    return folder.save({ diff: diffRecords(new Map(), records), expectedHashes: {} });
  }
  const message = `There is a project in ${path} already. Choose an empty folder.`;
  return { outcome: "refused", problems: [errorAt({ file: "rivulet.json" }, "project-exists", message)] };
}
