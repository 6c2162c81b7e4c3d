import { documentsOf } from "../documents/documents-of.ts";
import type { LoadedProject } from "./loaded-project.ts";
import type { DocumentChange } from "./plan-save.ts";
import { hashBytes, readBytes } from "./read-project-file.ts";
import type { PresentDocument, ProjectChange } from "./save-result.ts";

function hashAt(root: string, path: string): string | null {
  const bytes = readBytes(root, path);
  return bytes ? hashBytes(bytes) : null;
}

/** What lies in the folder, to be compared with what a save started from. */
export class PresentDocuments {
  readonly #root: string;
  readonly #project: LoadedProject;
  readonly #paths: ReadonlyMap<string, string>;

  constructor(root: string, project: LoadedProject) {
    this.#root = root;
    this.#project = project;
    this.#paths = new Map(project.documents.map(({ id, path }) => [id, path]));
  }

  /** Documents that are no longer what the save started from. */
  stale(expectedHashes: ProjectChange["expectedHashes"]): PresentDocument[] {
    const stale = Object.entries(expectedHashes)
      .map(([id, expected]) => ({ id, expected, present: this.#hashOf(id) }))
      .filter(({ expected, present }) => expected !== present);
    return stale.map(({ id, present }) => this.#document(id, this.#paths.get(id) ?? "", present));
  }

  /** Files that lie where a document is to go and are no document that makes room: nothing may be written there. */
  occupied(changes: readonly DocumentChange[]): PresentDocument[] {
    const leaving = new Set(changes.map(({ from }) => from?.toLowerCase()));
    return changes
      .filter(({ to }) => to !== undefined && !leaving.has(to.toLowerCase()))
      .map(({ id, to = "" }) => this.#document(id, to, hashAt(this.#root, to)))
      .filter(({ hash }) => hash !== null);
  }

  #hashOf(id: string): string | null {
    const path = this.#paths.get(id);
    return path === undefined ? null : hashAt(this.#root, path);
  }

  #document(id: string, path: string, hash: string | null): PresentDocument {
    const known = this.#paths.has(id)
      ? documentsOf(this.#project.records).find((one) => one.id === id)
      : undefined;
    return { id, path, hash, records: known?.records ?? null };
  }
}
