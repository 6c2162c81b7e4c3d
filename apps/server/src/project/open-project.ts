import { dirname } from "node:path";
import type {
  ProjectChange,
  ProjectFolder,
  LoadedProject as ReadProject,
  SaveResult,
} from "@rivulet/model/folder";
import type { Engine } from "@rivulet/runtime";
import { FolderWatch } from "./folder-watch.ts";
import { OpenedProject } from "./opened-project.ts";

/** A change of the project, by us or by another program. */
export interface ProjectEvent {
  readonly project: OpenedProject;
  /** Ids of the documents that were added, changed, moved or removed. */
  readonly documents: readonly string[];
}

/** Other programs write several files one after the other; so long we wait for the last of them, in milliseconds. */
const restAfterChange = 100;

/**
 * The project that the server has open: always as it is on disk, whoever wrote it. Editors and Git may change its
 * files at any time; the next who asks gets the project as it is then.
 */
export class OpenProject {
  readonly #folder: ProjectFolder;
  readonly #engine: Engine;
  readonly #watch: FolderWatch;
  readonly #observers = new Set<(event: ProjectEvent) => void>();
  #present: OpenedProject;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: ProjectFolder, engine: Engine) {
    this.#folder = folder;
    this.#engine = engine;
    this.#watch = new FolderWatch(folder.path, () => this.#lookSoon());
    this.#watch.begin();
    this.#present = this.#opened(folder.read(), 1);
    this.#watch.follow(foldersOf(this.#present.documents));
  }

  /** The project as it was when somebody last looked. */
  get latest(): OpenedProject {
    return this.#present;
  }

  /** The project as it is on disk at this moment. */
  async current(): Promise<OpenedProject> {
    if (await this.#watch.mayHaveChanged()) this.#look();
    return this.#present;
  }

  /** Saves a change, all of it or nothing; see `ProjectFolder.save`. */
  async save(change: ProjectChange): Promise<SaveResult> {
    const result = await this.#folder.save(change);
    if (result.outcome === "saved") this.#take(result.project);
    return result;
  }

  /** Tells of every change from now on; returns what ends the telling. */
  observe(observer: (event: ProjectEvent) => void): () => void {
    this.#observers.add(observer);
    this.#lookSoon();
    return () => this.#observers.delete(observer);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watch.close();
  }

  #look(): void {
    this.#watch.begin();
    this.#take(this.#folder.read());
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    if (this.#observers.size === 0) return;
    this.#timer = setTimeout(() => this.#look(), restAfterChange).unref();
  }

  #take(project: ReadProject): void {
    const before = this.#present;
    const documents = changedDocuments(before.documents, project.documents);
    if (documents.length === 0 && sameProblems(before, project)) return;
    this.#present = this.#opened(project, before.revision + 1);
    this.#watch.follow(foldersOf(project.documents));
    for (const observer of this.#observers) observer({ project: this.#present, documents });
  }

  #opened({ records, documents, problems }: ReadProject, revision: number): OpenedProject {
    const loaded = this.#engine.fromRecords(records);
    return new OpenedProject({ revision, loaded, documents, fileProblems: problems });
  }
}

/** Where files of the project are, or may come. */
function foldersOf(documents: ReadProject["documents"]): ReadonlySet<string> {
  const folders = new Set(["modules", "."]);
  for (const { path } of documents) {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

function changedDocuments(before: ReadProject["documents"], after: ReadProject["documents"]): string[] {
  const signatures = (documents: ReadProject["documents"]) =>
    new Map(documents.map(({ id, path, hash }) => [id, `${hash} ${path}`]));
  const [old, present] = [signatures(before), signatures(after)];
  const ids = new Set([...old.keys(), ...present.keys()]);
  return [...ids].filter((id) => old.get(id) !== present.get(id));
}

function sameProblems({ fileProblems }: OpenedProject, { problems }: ReadProject): boolean {
  return JSON.stringify(fileProblems) === JSON.stringify(problems);
}
