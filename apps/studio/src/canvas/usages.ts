import { elementReferences } from "@rivulet/activities";
import { analyseMicroflow } from "@rivulet/checks";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import { variableType } from "../fields/known-variables.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** Elements that are tied to one by variables. */
export interface Usages {
  /** They make what it uses. */
  readonly uses: ReadonlySet<string>;
  /** They use what it makes. */
  readonly usedBy: ReadonlySet<string>;
}

/** All elements of a microflow, in loops too. */
export function elementsOf(index: ProjectIndex, parent: string): ElementRecord[] {
  return index
    .children(parent)
    .flatMap((record) => (record.type === "element" ? [record, ...elementsOf(index, record.id)] : []));
}

const nobody: Usages = { uses: new Set(), usedBy: new Set() };

/** Who makes what an element uses, and who uses what it makes (reference logic.md 5.3, "Item usages"). */
export function usagesOf(
  { catalog }: StudioProject,
  index: ProjectIndex,
  { microflow, id }: { readonly microflow: string; readonly id: string },
): Usages {
  const record = index.records.get(microflow);
  const selected = index.records.get(id);
  if (record?.type !== "microflow" || selected?.type !== "element") return nobody;
  const analysis = analyseMicroflow(record, { index, catalog });
  const variable = (name: string) => variableType(analysis, name);
  const variables = (element: ElementRecord, isDeclaration: boolean) =>
    elementReferences(element, { index, catalog, variable })
      .filter((reference) => reference.kind === "variable" && reference.isDeclaration === isDeclaration)
      .map(({ name }) => name);
  const used = new Set(variables(selected, false));
  const made = new Set(variables(selected, true));
  const others = elementsOf(index, microflow).filter((element) => element.id !== id);
  return {
    uses: new Set(
      others
        .filter((other) => variables(other, true).some((name) => used.has(name)))
        .map((other) => other.id),
    ),
    usedBy: new Set(
      others
        .filter((other) => variables(other, false).some((name) => made.has(name)))
        .map((other) => other.id),
    ),
  };
}
