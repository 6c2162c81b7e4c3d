import { type ActivityCatalog, elementReferences } from "@rivulet/activities";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";

/** Elements that are tied to one by variables. */
export interface Usages {
  /** They make what it uses. */
  readonly uses: ReadonlySet<string>;
  /** They use what it makes. */
  readonly usedBy: ReadonlySet<string>;
}

/** The names of variables in an element. */
interface VariableNames {
  readonly made: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
}

/** All elements of a microflow, in loops too. */
export function elementsOf(index: ProjectIndex, parent: string): ElementRecord[] {
  return index
    .children(parent)
    .flatMap((record) => (record.type === "element" ? [record, ...elementsOf(index, record.id)] : []));
}

const nobody: Usages = { uses: new Set(), usedBy: new Set() };

/** A record never changes, and which variables it names depends on nothing else. */
const known = new WeakMap<ElementRecord, VariableNames>();

function variablesOf(
  element: ElementRecord,
  around: { readonly catalog: ActivityCatalog; readonly index: ProjectIndex },
): VariableNames {
  const present = known.get(element);
  if (present) return present;
  const made = new Set<string>();
  const used = new Set<string>();
  for (const { kind, name, isDeclaration } of elementReferences(element, around))
    if (kind === "variable") (isDeclaration ? made : used).add(name);
  const names = { made, used };
  known.set(element, names);
  return names;
}

const share = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].some((name) => others.has(name));

/** Who makes what an element uses, and who uses what it makes (reference logic.md 5.3, "Item usages"). */
export function usagesOf(
  { catalog }: StudioProject,
  index: ProjectIndex,
  { microflow, id }: { readonly microflow: string; readonly id: string },
): Usages {
  const record = index.records.get(microflow);
  const selected = index.records.get(id);
  if (record?.type !== "microflow" || selected?.type !== "element") return nobody;
  const around = { catalog, index };
  const own = variablesOf(selected, around);
  const others = elementsOf(index, microflow).filter((element) => element.id !== id);
  const idsOf = (isTied: (names: VariableNames) => boolean) =>
    new Set(others.filter((other) => isTied(variablesOf(other, around))).map((other) => other.id));
  return {
    uses: idsOf(({ made }) => share(made, own.used)),
    usedBy: idsOf(({ used }) => share(used, own.made)),
  };
}
