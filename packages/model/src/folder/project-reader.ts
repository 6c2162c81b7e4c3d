import type { DocumentKind } from "../documents/document.ts";
import { type DocumentPath, moduleFolder, parseDocumentPath } from "../documents/document-path.ts";
import { nameProblems } from "../documents/name-problems.ts";
import { readDocument } from "../documents/read-document.ts";
import { errorAt, type Problem, warningAt } from "../problem.ts";
import type { ProjectRecord } from "../records/records.ts";
import { type DocumentFile, ProjectAssembly } from "./assembly.ts";
import { folderLimits } from "./folder-limits.ts";
import { realFolder } from "./inside-folder.ts";
import { journalStamp } from "./journal.ts";
import type { LoadedProject } from "./loaded-project.ts";
import { findProjectFiles } from "./project-files.ts";
import { fileState, readProjectFile } from "./read-project-file.ts";
import { waitForSave } from "./unfinished-save.ts";

/** A file as it was read, kept so that the next reading can pass it over. */
interface ReadFile {
  readonly stamp: string | undefined;
  readonly owner: string;
  readonly hash: string | undefined;
  readonly records: readonly ProjectRecord[] | undefined;
  readonly problems: readonly Problem[];
}

/** What one reading knows so far: which ids the files have given to modules and to what is drawn. */
interface Reading {
  readonly root: string;
  readonly assembly: ProjectAssembly;
  readonly owners: Map<string, string>;
  totalBytes: number;
}

/** Project and modules first, since they say what the other documents belong to; layouts last. */
const orderOfKinds: readonly DocumentKind[] = [
  "project",
  "module",
  "domainModel",
  "enumeration",
  "constant",
  "microflow",
  "page",
  "pageLayout",
  "snippet",
  "layout",
];

/** A folder into which others save all the time is read as it is after so many attempts. */
const maximumAttempts = 10;

interface PlacedFile {
  readonly path: string;
  readonly place: DocumentPath;
}

function inReadingOrder(paths: readonly string[]): PlacedFile[] {
  const files: PlacedFile[] = [];
  for (const path of paths) {
    const place = parseDocumentPath(path);
    if (place) files.push({ path, place });
  }
  const rank = ({ place }: PlacedFile) => orderOfKinds.indexOf(place.kind);
  return files.sort((left, right) => rank(left) - rank(right));
}

/** The path whose document says what the documents here belong to; see `DocumentContext.owner`. */
function pathOfOwner(place: DocumentPath): string | undefined {
  if (place.kind === "project" || place.kind === "module") return undefined;
  if (place.kind !== "layout") return `${moduleFolder(place.module)}/module.json`;
  const drawn = parseDocumentPath(place.drawn);
  return drawn?.kind === "domainModel" ? pathOfOwner(drawn) : place.drawn;
}

/**
 * Reads a project folder again and again: a file that has not changed keeps its records, the very same objects, so
 * that a diff of two readings shows what has changed.
 */
export class ProjectReader {
  readonly #folder: string;
  #files = new Map<string, ReadFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads everything that has changed. Never throws for what is in the folder. */
  read(): LoadedProject {
    const root = realFolder(this.#folder);
    if (root === undefined) return this.#nothing();
    for (let attempt = 1; ; attempt += 1) {
      const unfinished = waitForSave(root);
      const stamp = journalStamp(root);
      const project = this.#readOnce(root);
      if (unfinished) return { ...project, problems: [unfinished, ...project.problems] };
      // A save of another process in the middle of our reading: half of what was read may be old.
      if (stamp === journalStamp(root) || attempt === maximumAttempts) return project;
    }
  }

  #nothing(problems: readonly Problem[] = []): LoadedProject {
    const message = `There is no project in ${this.#folder}: rivulet.json is missing. Make one with "rivulet new".`;
    const missing = errorAt({ file: "rivulet.json" }, "no-project", message);
    return { records: new Map(), documents: [], problems: [...problems, missing] };
  }

  #readOnce(root: string): LoadedProject {
    const { paths, problems } = findProjectFiles(root);
    if (!fileState(root, "rivulet.json")) return this.#nothing(problems);
    const assembly = new ProjectAssembly();
    assembly.addProblems([...problems, ...modulesWithoutFile(paths)]);
    const reading: Reading = { root, assembly, owners: new Map(), totalBytes: 0 };
    this.#readFiles(reading, inReadingOrder(paths));
    const project = assembly.finish();
    return { ...project, problems: [...project.problems, ...nameProblems(project.records)] };
  }

  #readFiles(reading: Reading, files: readonly PlacedFile[]): void {
    const known = new Set(files.map(({ path }) => path));
    const previous = this.#files;
    this.#files = new Map();
    for (const file of files) {
      const missing = missingNeighbour(file.place, known);
      if (missing) reading.assembly.addProblems([missing]);
      const owner = ownerOf(file.place, reading);
      const read = readFile(reading, { ...file, owner: owner ?? "", previous: previous.get(file.path) });
      this.#files.set(file.path, read);
      reading.assembly.addProblems(read.problems);
      if (owner !== undefined && read.records) addToAssembly(reading, file, { ...read, owner });
    }
  }
}

function ownerOf(place: DocumentPath, reading: Reading): string | undefined {
  const path = pathOfOwner(place);
  return path === undefined ? "project" : reading.owners.get(path);
}

function addToAssembly(reading: Reading, { path, place }: PlacedFile, read: ReadFile): void {
  const { owner, hash = "", records = [] } = read;
  const file: DocumentFile = { path, place, hash, owner, records };
  const drawn = place.kind === "layout" ? parseDocumentPath(place.drawn) : undefined;
  const [root] = records;
  if (reading.assembly.addFile(file, drawn) && root) reading.owners.set(path, root.id);
}

/** Folders whose documents belong to no module: nothing in them can be taken in. */
function modulesWithoutFile(paths: readonly string[]): Problem[] {
  const folders = new Set(paths.map((path) => path.split("/").slice(0, 2).join("/")));
  folders.delete("rivulet.json");
  for (const path of paths)
    if (path.endsWith("/module.json")) folders.delete(path.slice(0, -"/module.json".length));
  return [...folders].map((folder) => {
    const message = `${folder}/module.json is missing, so the other files in ${folder} belong to no module and were not read. Bring it back or remove the folder.`;
    return errorAt({ file: `${folder}/module.json` }, "missing-module", message);
  });
}

/** What should be beside a file and is not. */
function missingNeighbour(place: DocumentPath, known: ReadonlySet<string>): Problem | undefined {
  if (place.kind === "layout" && !known.has(place.drawn)) {
    const message = `${place.drawn} is missing, but its layout is there. Bring it back or remove the layout.`;
    return warningAt({ file: place.drawn }, "layout-without-document", message);
  }
  if (place.kind !== "module") return undefined;
  const domainModel = `${moduleFolder(place.module)}/domain-model.json`;
  if (known.has(domainModel)) return undefined;
  const message = `${domainModel} is missing; the module is read as one without entities. "rivulet fmt" writes the file.`;
  return warningAt({ file: domainModel }, "missing-domain-model", message);
}

function readFile(
  reading: Reading,
  { path, place, owner, previous }: PlacedFile & { owner: string; previous: ReadFile | undefined },
): ReadFile {
  const state = fileState(reading.root, path);
  const fault = fileFault(reading, path, state?.size);
  const stamp = state?.stamp;
  if (fault || !state)
    return { stamp, owner, hash: undefined, records: undefined, problems: fault ? [fault] : [] };
  if (stamp !== undefined && previous?.stamp === stamp && previous.owner === owner) return previous;
  const file = readProjectFile(reading.root, path, state.size);
  if ("problem" in file)
    return { stamp, owner, hash: file.hash, records: undefined, problems: [file.problem] };
  if (previous?.hash === file.hash && previous.owner === owner) return { ...previous, stamp };
  const result = readDocument(place.kind, file.content, { file: path, owner });
  if ("problems" in result)
    return { stamp, owner, hash: file.hash, records: undefined, problems: result.problems };
  return { stamp, owner, hash: file.hash, records: result.records, problems: [] };
}

function fileFault(reading: Reading, path: string, size: number | undefined): Problem | undefined {
  reading.totalBytes += size ?? 0;
  if (size !== undefined && reading.totalBytes > folderLimits.maximumTotalBytes) {
    const message = `${path} was not read: the files of the project have more than ${folderLimits.maximumTotalBytes} bytes.`;
    return errorAt({ file: path }, "project-too-large", message);
  }
  return size === undefined
    ? errorAt({ file: path }, "unreadable-file", `${path} is no longer there.`)
    : undefined;
}
