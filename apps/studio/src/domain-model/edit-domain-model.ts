import type { Transaction } from "@rivulet/document";
import {
  type AssociationRecord,
  type AttributeRecord,
  type EntityRecord,
  newRecordId,
  type ProjectIndex,
} from "@rivulet/model";
import { type Point, snap } from "../canvas/geometry.ts";
import { placementId } from "../canvas/projection.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** The first of `Entity`, `Entity_2`, ... that nothing else in the module is called. */
export function freeName(index: ProjectIndex, module: string, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!index.named(`${module}.${name}`)) return name;
  }
}

/** Puts an entity somewhere on the domain model's canvas. */
export function placeEntity(transaction: Transaction, entity: EntityRecord, at: Point): void {
  const id = placementId(entity.id);
  const present = transaction.get(id);
  const base = present?.type === "placement" ? present : { id, type: "placement" as const, of: entity.id };
  transaction.put({ ...base, parent: entity.parent, ...snap(at) });
}

/** Adds an entity, with a name of its own, and gives its id. */
export function addEntity(project: StudioProject, moduleId: string, at: Point): string | undefined {
  const module = project.record(moduleId);
  if (module?.type !== "module") return undefined;
  const entity: EntityRecord = {
    id: newRecordId(),
    type: "entity",
    parent: moduleId,
    name: freeName(project.index, module.name, "Entity"),
    isPersistable: false,
    attributes: [],
  };
  project.store.transact("Add entity", (transaction) => {
    transaction.add(entity);
    placeEntity(transaction, entity, at);
  });
  return entity.id;
}

/** Adds an association from `owner` to `target`: each owner refers to one target. Gives its id. */
export function addAssociation(
  project: StudioProject,
  owner: EntityRecord,
  target: EntityRecord,
): string | undefined {
  const module = project.record(owner.parent);
  const ownerName = project.index.qualifiedNameOf(owner);
  const targetName = project.index.qualifiedNameOf(target);
  if (module?.type !== "module" || ownerName === undefined || targetName === undefined) return undefined;
  const association: AssociationRecord = {
    id: newRecordId(),
    type: "association",
    parent: owner.parent,
    name: freeName(project.index, module.name, `${owner.name}_${target.name}`),
    owner: ownerName,
    target: targetName,
    multiplicity: "single",
  };
  project.store.transact("Add association", (transaction) => transaction.add(association));
  return association.id;
}

/** A new attribute, a String as most are, called `Attribute`, `Attribute_2` ... */
export function newAttribute(attributes: readonly AttributeRecord[]): AttributeRecord {
  const names = new Set(attributes.map(({ name }) => name));
  let name = "Attribute";
  for (let number = 2; names.has(name); number += 1) name = `Attribute_${number}`;
  return { id: newRecordId(), name, attributeType: { kind: "string" } };
}
