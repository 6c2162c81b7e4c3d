import {
  documentIdOf,
  documentsOf,
  errorAt,
  nameProblems,
  type Problem,
  type ProjectDocument,
  type ProjectRecord,
  type ProjectRecords,
} from "@rivulet/model";
import type { CheckContext } from "./check-context.ts";
import { checkDocument, documentName } from "./check-document.ts";

/** A project to be checked: its own records, and everything by name. */
export interface ProjectToCheck extends CheckContext {
  /** Without those of connector modules: these are not the user's to mend. */
  readonly records: ProjectRecords;
}

/** The problems of a document, with the records that they were found in. */
interface CheckedDocument {
  readonly records: readonly ProjectRecord[];
  readonly problems: readonly Problem[];
}

/** The outcome of a check; given to the next one, only what changed is checked again. */
export interface ProjectCheck {
  readonly problems: readonly Problem[];
  /** What every document can see of the others. */
  readonly outline: readonly ProjectRecord[];
  /** The tables that were known. */
  readonly knownRegions: CheckContext["knownRegions"];
  readonly documents: ReadonlyMap<string, CheckedDocument>;
}

/** What only the microflow or page itself sees; parameters are seen by callers too. */
function isInside(record: ProjectRecord): boolean {
  if (record.type === "element") return record.kind !== "parameter";
  return (
    record.type === "widget" ||
    record.type === "sequenceFlow" ||
    record.type === "annotationFlow" ||
    record.type === "placement"
  );
}

function isSame(left: readonly ProjectRecord[] | undefined, right: readonly ProjectRecord[]): boolean {
  return left?.length === right.length && right.every((record, position) => record === left[position]);
}

/** Records that are in no document, because what should hold them does not exist. */
function strayProblems(records: ProjectRecords): Problem[] {
  const problems: Problem[] = [];
  for (const record of records.values()) {
    const isNamedIn = "parent" in record && record.type !== "module" && record.type !== "placement";
    if (!isNamedIn) continue;
    const root = documentIdOf(record, records);
    const isHeld =
      root !== undefined &&
      (record.type === "element" || record.type === "widget" || records.has(record.parent));
    if (isHeld) continue;
    const message = `This ${record.type} is in "${record.parent}", which does not exist. Remove it, or correct its parent.`;
    problems.push(errorAt({ record: record.id, field: "parent" }, "dangling-parent", message));
  }
  return problems;
}

/** Names over the whole project; cheap, and one change can make another document's name right or wrong. */
function problemsOfNames(
  { records, index }: ProjectToCheck,
  documents: readonly ProjectDocument[],
): Problem[] {
  const names = new Map(documents.map((document) => [document.path, documentName(document, index)]));
  return nameProblems(records).map((problem) => {
    const document = names.get(problem.place.file ?? "");
    return document === undefined ? problem : { ...problem, place: { ...problem.place, document } };
  });
}

/**
 * Checks a project and remembers what it found, so that the next check does only what a change asks for: a document
 * whose records are the same objects is not checked again while the outline of the project is the same (all records
 * but the insides of microflows), and the tables that are known. Equal input gives equal problems in equal order, with `earlier` or without.
 *
 * @example const second = checkIncrementally(changedProject, checkIncrementally(project))
 */
export function checkIncrementally(project: ProjectToCheck, earlier?: ProjectCheck): ProjectCheck {
  const outline = [...project.index.records.values()].filter((record) => !isInside(record));
  const { knownRegions } = project;
  const isAsBefore = earlier?.knownRegions === knownRegions && isSame(earlier?.outline, outline);
  const known = isAsBefore ? earlier?.documents : undefined;
  const all = documentsOf(project.records);
  const documents = new Map<string, CheckedDocument>();
  for (const document of all) {
    const before = known?.get(document.id);
    const isKnown = before !== undefined && isSame(before.records, document.records);
    const problems = isKnown ? before.problems : checkDocument(document, project);
    documents.set(document.id, { records: document.records, problems });
  }
  const problems = [
    ...strayProblems(project.records),
    ...problemsOfNames(project, all),
    ...[...documents.values()].flatMap((document) => document.problems),
  ];
  return { problems, outline, knownRegions, documents };
}

/**
 * All problems of a project: first of what stands nowhere and of names, then by document in the order of their paths,
 * in a microflow the drawing before the fields. Never throws, whatever is wrong with the records. Problems with the
 * files themselves come from whoever read them; {@link mergeProblems} joins the two.
 *
 * @example hasErrors(checkProject({ records, index, catalog }))
 */
export function checkProject(project: ProjectToCheck): readonly Problem[] {
  return checkIncrementally(project).problems;
}

/**
 * Joins lists of problems; what is said twice about one place stands once, at its first position, and says of the
 * place what either knows. A record is in one file, which those who read it and those who check it may call differently.
 */
export function mergeProblems(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const merged = new Map<string, Problem>();
  for (const problem of lists.flat()) {
    const { file, record, field, from } = problem.place;
    const key = JSON.stringify([problem.code, record ?? { file }, field, from, problem.message]);
    const earlier = merged.get(key);
    merged.set(key, earlier ? { ...earlier, place: { ...problem.place, ...earlier.place } } : problem);
  }
  return [...merged.values()];
}
