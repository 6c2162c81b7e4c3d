import { applyDiff, type Diff } from "../diff.ts";
import type { ProjectDocument } from "../documents/document.ts";
import { parseDocumentPath } from "../documents/document-path.ts";
import { documentIdOf, documentsOf, strayRecords } from "../documents/documents-of.ts";
import { readDocument } from "../documents/read-document.ts";
import { printDocument, writeDocument } from "../documents/write-document.ts";
import { errorAt, type Problem } from "../problem.ts";
import type { ProjectRecords } from "../records/records.ts";
import type { LoadedProject } from "./loaded-project.ts";

/** What a save does to one document. */
export interface DocumentChange {
  readonly id: string;
  /** Where it lies now; left out when it is new. */
  readonly from?: string;
  /** Where it will lie; left out when it is removed. */
  readonly to?: string;
  /** Its new text; left out when it is removed, or only moved: then the file moves as it is. */
  readonly text?: string;
  /** Whether whoever saves has to know what is there now: not for what is new, was empty, or only moves. */
  readonly needsHash: boolean;
}

/** The changes of a save, or why it is refused. */
export type SavePlan =
  | { readonly changes: readonly DocumentChange[] }
  | { readonly problems: readonly Problem[] };

function misfit(id: string, message: string): Problem {
  return errorAt({ record: id }, "diff-does-not-fit", message);
}

/** A diff made from other records than those in the folder, although the hashes were the same. */
function misfits(records: ProjectRecords, diff: Diff): Problem[] {
  const added = Object.keys(diff.added)
    .filter((id) => records.has(id))
    .map((id) =>
      misfit(id, `A record with the id ${id} is already in the project. Give the new one another id.`),
    );
  const known = [...Object.keys(diff.updated), ...Object.keys(diff.removed)]
    .filter((id) => !records.has(id))
    .map((id) =>
      misfit(id, `The record ${id} is to be changed or removed, but is not in the project. Load it again.`),
    );
  const renamed = Object.entries({ ...diff.added, ...mapAfter(diff) })
    .filter(([id, record]) => record.id !== id)
    .map(([id]) => misfit(id, `The diff names the record ${id}, which has another id. Name it by its own.`));
  return [...added, ...known, ...renamed];
}

function mapAfter({ updated }: Diff) {
  return Object.fromEntries(Object.entries(updated).map(([id, [, after]]) => [id, after]));
}

/** Documents whose records the diff names, before or after. */
function touchedDocuments(diff: Diff, before: ProjectRecords, after: ProjectRecords): Set<string> {
  const touched = new Set<string>();
  for (const id of [...Object.keys(diff.added), ...Object.keys(diff.updated), ...Object.keys(diff.removed)]) {
    for (const records of [before, after]) {
      const record = records.get(id);
      const document = record && documentIdOf(record, records);
      if (document !== undefined) touched.add(document);
    }
  }
  return touched;
}

/** Two documents for which some systems have one place, of which at least one is written. */
function pathProblems(documents: readonly ProjectDocument[], written: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const byPath = new Map<string, ProjectDocument>();
  for (const document of documents) {
    const { id, path } = document;
    const other = byPath.get(path.toLowerCase());
    byPath.set(path.toLowerCase(), document);
    if (other && (written.has(id) || written.has(other.id))) {
      const [code, how] =
        other.path === path
          ? ["duplicate-name", "are the same file"]
          : ["names-differ-in-case", "differ only in case"];
      problems.push(
        errorAt({ file: path, record: id }, code, `${other.path} and ${path} ${how}. Rename one of the two.`),
      );
    }
    if (written.has(id) && !parseDocumentPath(path)) {
      const message = `${path} cannot be written: names of modules and documents consist of letters, digits and underscores.`;
      problems.push(errorAt({ file: path, record: id }, "invalid-name", message));
    }
  }
  return problems;
}

/** A document that could not be read again is not written. */
function contentProblems(
  { kind, path, records }: ProjectDocument,
  content: ReturnType<typeof writeDocument>,
): Problem[] {
  const [root] = records;
  const owner = root && "parent" in root ? root.parent : "project";
  const result = readDocument(kind, content, { file: path, owner });
  return "problems" in result ? [...result.problems] : [];
}

function strayProblems(records: ProjectRecords): Problem[] {
  return strayRecords(records).map((record) => {
    const parent = "parent" in record ? record.parent : "";
    const message = `The ${record.type} ${record.id} belongs to "${parent}", which is not in the project. Remove it, too, or keep its parent.`;
    return errorAt({ record: record.id, field: "parent" }, "dangling-parent", message);
  });
}

interface Versions {
  readonly before: ProjectDocument | undefined;
  readonly after: ProjectDocument | undefined;
  /** Where the file really lies. */
  readonly from: string | undefined;
}

function changeOf(
  id: string,
  { before, after, from }: Versions,
  isTouched: boolean,
): DocumentChange | undefined {
  const isMoved = after !== undefined && from !== undefined && after.path !== from;
  if (!isTouched && !isMoved && before && after) return undefined;
  const text = after && (isTouched || !before) ? printDocument(after) : undefined;
  return {
    id,
    ...(from === undefined ? {} : { from }),
    ...(after ? { to: after.path } : {}),
    ...(text === undefined ? {} : { text }),
    needsHash: from !== undefined && isTouched && before !== undefined && before.records.length > 0,
  };
}

/** Which documents a diff changes, and how. Decides only; nothing is read or written here. */
export function planSave(project: LoadedProject, diff: Diff): SavePlan {
  const wrong = misfits(project.records, diff);
  if (wrong.length > 0) return { problems: wrong };
  const after = applyDiff(project.records, diff);
  const touched = touchedDocuments(diff, project.records, after);
  const documents = documentsOf(after);
  const problems = [...strayProblems(after), ...pathProblems(documents, touched)];
  for (const document of documents) {
    if (touched.has(document.id)) problems.push(...contentProblems(document, writeDocument(document)));
  }
  return problems.length > 0 ? { problems } : { changes: changesOf(project, documents, touched) };
}

function changesOf(
  project: LoadedProject,
  documents: readonly ProjectDocument[],
  touched: ReadonlySet<string>,
): DocumentChange[] {
  const before = new Map(documentsOf(project.records).map((document) => [document.id, document]));
  const after = new Map(documents.map((document) => [document.id, document]));
  const paths = new Map(project.documents.map(({ id, path }) => [id, path]));
  const changes: DocumentChange[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const versions = { before: before.get(id), after: after.get(id), from: paths.get(id) };
    const change = changeOf(id, versions, touched.has(id));
    if (change) changes.push(change);
  }
  return changes;
}
