import { elementReferences, type Reference, recordReferences } from "@rivulet/activities";
import {
  type NamedRecord,
  type Problem,
  type ProjectIndex,
  type ProjectRecord,
  splitQualifiedName,
} from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { CheckContext } from "./check-context.ts";

/** A microflow's elements, in bodies too. */
function elementsOf(microflow: string, index: ProjectIndex): ProjectRecord[] {
  const records = [...index.children(microflow)];
  const seen = new Set(records);
  for (const record of seen) for (const child of index.children(record.id)) seen.add(child);
  return [...seen];
}

function referencesOf(record: NamedRecord, { index, catalog }: CheckContext): Reference[] {
  const references = recordReferences(record);
  if (record.type !== "microflow") return references;
  for (const element of elementsOf(record.id, index)) {
    if (element.type !== "element") continue;
    references.push(...elementReferences(element, { index, catalog }));
  }
  return references;
}

/** The documents that a reference leads to by its name: what is inside a document has the document's name in front. */
function documentOf({ kind, name }: Reference): QualifiedName | undefined {
  if (kind === "variable") return undefined;
  const isInside = kind === "attribute" || kind === "enumerationValue" || kind === "parameter";
  const document = isInside ? name.slice(0, name.lastIndexOf(".")) : name;
  return splitQualifiedName(document) && document;
}

/**
 * What a microflow uses, directly and over what it uses, itself first: entities with their generalizations, the
 * enumerations of attributes, both ends of associations, constants, called microflows.
 *
 * @example usedBy("MyFirstModule.DS_ListTables", { index, catalog }).map(({ name }) => name)
 */
export function usedBy(
  microflow: QualifiedName,
  context: CheckContext,
): { name: QualifiedName; record: NamedRecord }[] {
  const names = new Set([microflow]);
  const used: { name: QualifiedName; record: NamedRecord }[] = [];
  for (const name of names) {
    const record = context.index.named(name);
    if (!record) continue;
    used.push({ name, record });
    for (const reference of referencesOf(record, context)) {
      const document = documentOf(reference);
      if (document !== undefined) names.add(document);
    }
  }
  return used;
}

/**
 * Of all problems of a project, those of a microflow and of what it uses: with an error among them it does not run.
 *
 * @example hasErrors(problemsOfMicroflow("MyFirstModule.DS_ListTables", { index, catalog }, checkProject(project)))
 */
export function problemsOfMicroflow(
  microflow: QualifiedName,
  context: CheckContext,
  problems: readonly Problem[],
): readonly Problem[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const { name, record } of usedBy(microflow, context)) {
    ids.add(record.id);
    names.add(name.toLowerCase());
    if (record.type === "microflow")
      for (const inside of elementsOf(record.id, context.index)) ids.add(inside.id);
  }
  // A document of the same name, or of one that differs in case only, makes it unclear which of the two is meant.
  const isMeant = (id: string) => names.has(context.index.qualifiedNameOf({ id })?.toLowerCase() ?? "");
  return problems.filter(
    ({ place: { record } }) => record !== undefined && (ids.has(record) || isMeant(record)),
  );
}
