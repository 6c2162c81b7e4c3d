import { type Reference, renameInElement, renameInRecord } from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import type { ElementRecord, NamedRecord, ProjectIndex, ProjectRecord } from "@rivulet/model";
import { variableType } from "../fields/known-variables.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** Something that gets another name. Names are whole: `Sales.Order`, `Sales.Order.Total`. */
export interface NameChange {
  readonly kind: Reference["kind"];
  readonly from: string;
  readonly to: string;
}

const namedTypes: ReadonlySet<ProjectRecord["type"]> = new Set([
  "entity",
  "association",
  "enumeration",
  "constant",
  "microflow",
]);

function isNamed(record: ProjectRecord): record is NamedRecord & ProjectRecord {
  return namedTypes.has(record.type);
}

function microflowOf(index: ProjectIndex, element: ElementRecord): ProjectRecord | undefined {
  let parent = index.records.get(element.parent);
  while (parent?.type === "element") parent = index.records.get(parent.parent);
  return parent;
}

/**
 * The records of the project that name what is renamed, with the new names in them; asked for before the renaming.
 * Looks into every field, expressions too.
 *
 * @example renamedReferences(project, [{ kind: "entity", from: "Sales.Order", to: "Sales.Purchase" }])
 */
export function renamedReferences(project: StudioProject, changes: readonly NameChange[]): ProjectRecord[] {
  if (changes.length === 0) return [];
  const { index, catalog, store } = project;
  const rename = ({ kind, name }: Reference) =>
    changes.find((change) => change.kind === kind && change.from === name)?.to;
  const analyses = new Map<string, MicroflowAnalysis>();
  const changed: ProjectRecord[] = [];
  for (const record of store.records.values()) {
    if (isNamed(record)) {
      const renamed = renameInRecord(record, rename);
      if (renamed !== record) changed.push(renamed);
    }
    if (record.type !== "element") continue;
    const microflow = microflowOf(index, record);
    if (microflow?.type !== "microflow") continue;
    const analysis = analyses.get(microflow.id) ?? analyseMicroflow(microflow, { index, catalog });
    analyses.set(microflow.id, analysis);
    const variable = (name: string) => variableType(analysis, name);
    const renamed = renameInElement(record, rename, { index, catalog, variable });
    if (renamed !== record) changed.push(renamed);
  }
  return changed;
}
