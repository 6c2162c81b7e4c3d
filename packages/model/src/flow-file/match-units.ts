import type { QualifiedName } from "@rivulet/values";
import type { NamedRecord, ProjectIndex } from "../index/project-index.ts";
import { freeName } from "../records/names.ts";
import { type Difference, differences } from "./differences.ts";
import type { Renames, RewriteReferences } from "./flow-references.ts";
import { comparableContent, type FlowUnit, nameOfUnit, unitOfProject } from "./flow-units.ts";
import { rewriteRecord } from "./rewrite-records.ts";

/** A unit of a flow file beside what the project has of it. */
export type UnitMatch =
  | { readonly kind: "new"; readonly unit: FlowUnit }
  | { readonly kind: "equal"; readonly unit: FlowUnit; readonly present: FlowUnit }
  /** `differences` from the project (left) to the file (right). */
  | {
      readonly kind: "different";
      readonly unit: FlowUnit;
      readonly present: FlowUnit;
      readonly differences: readonly Difference[];
    }
  /** The name is taken by something of another type, or by one that differs only in case. */
  | { readonly kind: "taken"; readonly unit: FlowUnit; readonly present: FlowUnit };

/** What stands in a project, to be found by id and by name whatever its case. */
export class ProjectUnits {
  readonly #index: ProjectIndex;
  readonly #byName = new Map<string, NamedRecord>();

  constructor(index: ProjectIndex) {
    this.#index = index;
    for (const record of index.records.values()) {
      const name = index.qualifiedNameOf(record);
      if (name !== undefined) this.#byName.set(name.toLowerCase(), record as NamedRecord);
    }
  }

  isNameTaken(name: QualifiedName): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  withName(name: QualifiedName): FlowUnit | undefined {
    const record = this.#byName.get(name.toLowerCase());
    return record && unitOfProject(this.#index, record);
  }

  withId({ named }: FlowUnit): FlowUnit | undefined {
    const record = this.#index.records.get(named.id);
    return record?.type === named.type ? unitOfProject(this.#index, record) : undefined;
  }
}

/** Finds what the project has of a unit: by id, then by name. */
export function matchUnit(unit: FlowUnit, project: ProjectUnits): UnitMatch {
  const present = project.withId(unit) ?? project.withName(nameOfUnit(unit));
  if (!present) return { kind: "new", unit };
  const isOther = present.named.type !== unit.named.type;
  const isOtherCase = present.named.id !== unit.named.id && nameOfUnit(present) !== nameOfUnit(unit);
  if (isOther || isOtherCase) return { kind: "taken", unit, present };
  const found = differences(comparableContent(present), comparableContent(unit));
  return found.length === 0
    ? { kind: "equal", unit, present }
    : { kind: "different", unit, present, differences: found };
}

/** Units as they come into the project. */
export interface SettledUnits {
  readonly matches: readonly UnitMatch[];
  /** New names of units that could not keep theirs. */
  readonly renames: Renames;
  /** Names in the file of units that are put beside what the project has, under a new name or a new id. */
  readonly copies: ReadonlySet<QualifiedName>;
}

/**
 * Gives every unit that the project has in another form a free name. What names one of these differs from then on,
 * too, so that it needs a name of its own, and so on until nothing changes.
 */
export function settleUnits(
  units: readonly FlowUnit[],
  project: ProjectUnits,
  rewriteElement: RewriteReferences,
): SettledUnits {
  const renames = new Map<QualifiedName, QualifiedName>();
  const copies = new Set<QualifiedName>();
  const names = new Set(units.map((unit) => nameOfUnit(unit).toLowerCase()));
  for (;;) {
    const matches = units.map((unit) => {
      const records = unit.records.map((record) => rewriteRecord(record, renames, rewriteElement));
      return matchUnit({ ...unit, named: records[0] as NamedRecord, records }, project);
    });
    const clashing = matches.filter(
      ({ kind, unit }) => (kind === "different" || kind === "taken") && !copies.has(nameOfUnit(unit)),
    );
    if (clashing.length === 0) return { matches, renames, copies };
    for (const { unit } of clashing) {
      const old = nameOfUnit(unit);
      const isFree = (name: string) =>
        !project.isNameTaken(name) && (name === old || !names.has(name.toLowerCase()));
      const inModule = (name: string) => `${unit.module}.${name}`;
      const name = inModule(freeName(unit.named.name, (each) => isFree(inModule(each))));
      copies.add(old);
      names.add(name.toLowerCase());
      if (name !== old) renames.set(old, name);
    }
  }
}
