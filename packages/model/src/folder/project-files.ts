import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDocumentFolder, parseDocumentPath } from "../documents/document-path.ts";
import { errorAt, type Problem, warningAt } from "../problem.ts";
import { folderLimits } from "./folder-limits.ts";
import { leadsInside } from "./inside-folder.ts";

/** The files of a project folder that can be documents, and what was found beside them. */
export interface ProjectFiles {
  /** Relative to the folder, with `/`, in order. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

const byText = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);

const shapeOfTree =
  "modules/<Module>/ holds module.json, domain-model.json and the folders microflows, enumerations and constants";

/** Looks through the folders in which documents can be, and through no others. */
class FileSearch {
  readonly paths: string[] = [];
  readonly problems: Problem[] = [];
  readonly #root: string;
  #entries = 0;

  constructor(root: string) {
    this.#root = root;
  }

  searchFolder(folder: string): void {
    for (const entry of this.#entriesOf(folder)) {
      this.#entries += 1;
      if (this.#entries > folderLimits.maximumEntries) return;
      // Names with a dot in front belong to other programs: .git, .DS_Store, .gitkeep.
      if (!entry.name.startsWith(".")) this.#take(`${folder}/${entry.name}`, entry);
    }
  }

  get isOverLimit(): boolean {
    return this.#entries > folderLimits.maximumEntries;
  }

  #entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.#root, folder), { withFileTypes: true }).sort(byText);
    } catch (error) {
      const message = `The folder ${folder} cannot be read: ${(error as Error).message}.`;
      this.problems.push(errorAt({ file: folder }, "unreadable-file", message));
      return [];
    }
  }

  #take(path: string, entry: Dirent): void {
    const target = entry.isSymbolicLink() ? this.#targetOfLink(path) : entry;
    if (target?.isDirectory() && isDocumentFolder(path)) this.searchFolder(path);
    else if (target?.isFile() && parseDocumentPath(path)) this.paths.push(path);
    else if (target) {
      const message = `${path} is not part of a project and is left alone: ${shapeOfTree}, each name of letters, digits and underscores.`;
      this.problems.push(warningAt({ file: path }, "unknown-file", message));
    }
  }

  #targetOfLink(path: string): { isFile(): boolean; isDirectory(): boolean } | undefined {
    if (!this.leadsInside(path)) return undefined;
    const target = statSync(join(this.#root, path), { throwIfNoEntry: false });
    if (!target) this.#refuseLink(path, "to nothing");
    return target;
  }

  /** Whether a path stays in the folder; a problem when it does not. */
  leadsInside(path: string): boolean {
    const isInside = leadsInside(this.#root, path);
    if (!isInside) this.#refuseLink(path, "that leads out of the project folder");
    return isInside;
  }

  #refuseLink(path: string, where: string): void {
    const message = `${path} is a link ${where} and is not followed. Put the file itself there.`;
    this.problems.push(errorAt({ file: path }, "link-outside", message));
  }
}

/**
 * Finds the documents of a project folder. What else is inside `modules` is a warning; what is beside it is not
 * ours. A link that leads out of the folder is a problem and not followed.
 */
export function findProjectFiles(root: string): ProjectFiles {
  const search = new FileSearch(root);
  if (search.leadsInside("rivulet.json")) search.paths.push("rivulet.json");
  const hasModules = statSync(join(root, "modules"), { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (hasModules && search.leadsInside("modules")) search.searchFolder("modules");
  if (search.isOverLimit) {
    const message = `The project folder has more than ${folderLimits.maximumEntries} files; the rest was not read.`;
    search.problems.push(errorAt({ file: "modules" }, "too-many-files", message));
  }
  return { paths: search.paths, problems: search.problems };
}
