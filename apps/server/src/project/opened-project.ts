import { mergeProblems } from "@rivulet/checks";
import { asJson, type DocumentKind, hashText, type Problem } from "@rivulet/model";
import type { LoadedDocument } from "@rivulet/model/folder";
import type { LoadedProject } from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";

const modelKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>(["module", "domainModel", "enumeration"]);
const lookKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  "page",
  "pageLayout",
  "snippet",
  "layout",
]);

/** A project as it stood on disk at one moment. It never changes; a change of the folder makes another one. */
export class OpenedProject {
  /** Rises with every change. */
  readonly revision: number;
  readonly loaded: LoadedProject;
  /** In order of their paths. */
  readonly documents: readonly LoadedDocument[];
  /** What is wrong with the files themselves. */
  readonly fileProblems: readonly Problem[];
  #modelMark: string | undefined;
  #logicMark: string | undefined;
  #problems: readonly Problem[] | undefined;
  #hashes: ReadonlyMap<string, string> | undefined;

  constructor(parts: Pick<OpenedProject, "revision" | "loaded" | "documents" | "fileProblems">) {
    this.revision = parts.revision;
    this.loaded = parts.loaded;
    this.documents = parts.documents;
    this.fileProblems = parts.fileProblems;
  }

  /** All problems, of files, model and microflows. */
  get problems(): readonly Problem[] {
    return (this.#problems ??= mergeProblems(this.fileProblems, this.loaded.check()));
  }

  /** The same in two projects whose entities, associations and enumerations are the same. */
  get modelMark(): string {
    return (this.#modelMark ??= this.#markOf(({ kind }) => modelKinds.has(kind)));
  }

  /** The same in two projects that differ in nothing but pages, layouts and snippets, and where things are drawn. */
  get logicMark(): string {
    return (this.#logicMark ??= this.#markOf(({ kind }) => !lookKinds.has(kind)));
  }

  #markOf(counts: (document: LoadedDocument) => boolean): string {
    return hashText(
      JSON.stringify(this.documents.filter(counts).map(({ id, path, hash }) => [id, path, hash])),
    );
  }

  /** The content hash of the document of a microflow; null for one that is in no file of the project. */
  hashOf(microflow: QualifiedName): string | null {
    const record = this.loaded.index.microflow(microflow);
    if (!record) return null;
    this.#hashes ??= new Map(this.documents.map(({ id, hash }) => [id, hash]));
    return this.#hashes.get(record.id) ?? null;
  }

  /**
   * Lets pass only what the run API can run: a microflow that exists and is not internal. When its file is there but
   * cannot be read, the problem says so instead of claiming that it does not exist.
   */
  assertCallable(microflow: QualifiedName): void {
    const record = this.loaded.index.microflow(microflow);
    if (record && record.isInternal !== true) return;
    const [module = "", name = ""] = microflow.split(".");
    const file = `modules/${module}/microflows/${name}.json`;
    const problems = this.fileProblems.filter(
      ({ place }) => place.file === file || place.file === "rivulet.json",
    );
    if (!record && problems.some(({ severity }) => severity === "error")) {
      const detail = `${microflow} cannot be read: ${problems.map(({ message }) => message).join(" ")}`;
      throw new HttpProblem("project-has-problems", detail, {
        members: { problems: asJson(problems) },
      });
    }
    throw new HttpProblem(
      "unknown-microflow",
      `There is no microflow ${microflow} that may be called from outside.`,
    );
  }
}
