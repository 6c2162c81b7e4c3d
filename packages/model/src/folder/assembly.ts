import { domainModelId, layoutId } from "../documents/document.ts";
import type { DocumentPath } from "../documents/document-path.ts";
import { documentIdOf } from "../documents/documents-of.ts";
import { errorAt, type Problem } from "../problem.ts";
import { idsInRecord } from "../records/ids-in-record.ts";
import type { ProjectRecord } from "../records/records.ts";
import type { LoadedDocument, LoadedProject } from "./loaded-project.ts";

/** A file with the records in it. */
export interface DocumentFile {
  readonly path: string;
  readonly place: DocumentPath;
  readonly hash: string;
  /** Id of the module it is in, or of what its layout draws; see `DocumentContext`. */
  readonly owner: string;
  readonly records: readonly ProjectRecord[];
}

function documentIdOfFile({ place, owner, records }: DocumentFile, drawn: DocumentPath | undefined): string {
  if (place.kind === "domainModel") return domainModelId(owner);
  if (place.kind === "layout") return layoutId(drawn?.kind === "domainModel" ? domainModelId(owner) : owner);
  return records[0]?.id ?? "";
}

/** The name that a file's or folder's name says, and the one inside the file. */
function nameProblem({ path, place, records: [record] }: DocumentFile): Problem | undefined {
  if (!record || !("name" in record)) return undefined;
  const expected = place.kind === "module" ? place.module : "name" in place ? place.name : undefined;
  if (expected === undefined || expected === record.name) return undefined;
  const message = `${path} holds "${record.name}", but is called "${expected}". Rename one of the two; the file follows at the next save.`;
  const fix = { label: `Rename to ${expected}`, record: record.id, field: "name", value: expected };
  return { ...errorAt({ file: path, record: record.id, field: "name" }, "name-not-of-file", message), fix };
}

function duplicateId(id: string, path: string, other: string): Problem {
  const message = `The id ${id} in ${path} is also in ${other}. An id is unique in a project: give one of the two another one.`;
  return errorAt({ file: path, record: id, field: "id" }, "duplicate-id", message);
}

/** What records of a document can be in besides the document itself, in words. */
const insides: { readonly [Kind in DocumentPath["kind"]]?: string } = {
  microflow: "loop of this microflow",
  page: "widget of this page",
  pageLayout: "widget of this layout",
  snippet: "widget of this snippet",
};

/** Puts the records of the files together, and finds what is wrong between them. */
export class ProjectAssembly {
  readonly #records = new Map<string, ProjectRecord>();
  readonly #filesOfIds = new Map<string, string>();
  readonly #documents: LoadedDocument[] = [];
  readonly #problems: Problem[] = [];

  addProblems(problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  /** Takes a file in as a whole, or refuses it as a whole. Whether it was taken. */
  addFile(file: DocumentFile, drawn?: DocumentPath): boolean {
    const id = documentIdOfFile(file, drawn);
    const faults = [...this.#duplicateIds(file), ...this.#strayRecords(file, id)];
    const misnamed = nameProblem(file);
    this.addProblems(misnamed ? [...faults, misnamed] : faults);
    if (faults.length > 0) return false;
    for (const record of file.records) {
      this.#records.set(record.id, record);
      for (const inside of idsInRecord(record)) this.#filesOfIds.set(inside, file.path);
    }
    this.#documents.push({ id, kind: file.place.kind, path: file.path, hash: file.hash });
    return true;
  }

  #duplicateIds({ path, records }: DocumentFile): Problem[] {
    const problems: Problem[] = [];
    const own = new Set<string>();
    for (const record of records) {
      for (const id of idsInRecord(record)) {
        const other = own.has(id) ? path : this.#filesOfIds.get(id);
        own.add(id);
        if (other !== undefined) problems.push(duplicateId(id, path, other));
      }
    }
    return problems;
  }

  /** Records that are in no document, because a loop or widget that should hold them is not in the file. */
  #strayRecords({ path, place, records }: DocumentFile, document: string): Problem[] {
    const holds = insides[place.kind];
    if (holds === undefined) return [];
    const own = new Map(records.map((record) => [record.id, record]));
    return records
      .filter((record) => documentIdOf(record, own) !== document)
      .map((record) => {
        const parent = "parent" in record ? record.parent : "";
        const message = `${path}: ${record.type} ${record.id} is in "${parent}", which leads to no ${holds}. Remove it or correct its parent.`;
        return errorAt({ file: path, record: record.id, field: "parent" }, "dangling-parent", message);
      });
  }

  finish(): LoadedProject {
    const documents = this.#documents.sort((left, right) => (left.path < right.path ? -1 : 1));
    return { records: this.#records, documents, problems: this.#problems };
  }
}
