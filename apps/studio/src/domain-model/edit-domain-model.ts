import type { Transaction } from "@rivulet/document";
import {
  type AssociationRecord,
  type AttributeRecord,
  type EntityRecord,
  freeName,
  type ModuleRecord,
  newRecordId,
  type ProjectIndex,
  placementId,
} from "@rivulet/model";
import { type NameChange, renameUsages } from "@rivulet/refactoring";
import { type Point, snap } from "../canvas/geometry.ts";
import { documentNameFault } from "../explorer/name-faults.ts";
import { refactoringContext } from "../explorer/refactor-documents.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { withRenamedAttribute } from "./access-rules.ts";

const { steps } = domainModelMessages;

/** The first of `Entity`, `Entity_2`, ... that nothing else in the module is called, also in other letters' case. */
function freeNameIn(index: ProjectIndex, module: ModuleRecord, wanted: string): string {
  return freeName(wanted, (name) => documentNameFault(index, { name, module }) === undefined);
}

/** Puts an entity somewhere on the domain model's canvas. */
function placeEntity(transaction: Transaction, entity: EntityRecord, at: Point): void {
  const id = placementId(entity.id);
  const present = transaction.get(id);
  const base = present?.type === "placement" ? present : { id, type: "placement" as const, of: entity.id };
  transaction.put({ ...base, parent: entity.parent, ...snap(at) });
}

type Places = ReadonlyMap<string, Point>;

function placeAll(transaction: Transaction, places: Places): void {
  for (const [id, place] of places) {
    const entity = transaction.get(id);
    if (entity?.type === "entity") placeEntity(transaction, entity, place);
  }
}

/** Puts entities where they were dragged to, as one step. */
export function placeEntities(project: StudioProject, places: Places): void {
  project.store.transact(steps.move(places.size), (transaction) => placeAll(transaction, places));
}

/** Puts entities where a layout has them, as one step. */
export function tidyEntities(project: StudioProject, places: Places): void {
  project.store.transact(steps.tidy, (transaction) => placeAll(transaction, places));
}

/** Adds an entity, with a name of its own, and gives its id. */
export function addEntity(project: StudioProject, moduleId: string, at: Point): string | undefined {
  const module = project.record(moduleId);
  if (module?.type !== "module") return undefined;
  const entity: EntityRecord = {
    id: newRecordId(),
    type: "entity",
    parent: moduleId,
    name: freeNameIn(project.index, module, domainModelMessages.suggestion),
    isPersistable: false,
    attributes: [],
  };
  project.store.transact(steps.addEntity, (transaction) => {
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
    name: freeNameIn(project.index, module, `${owner.name}_${target.name}`),
    owner: ownerName,
    target: targetName,
    multiplicity: "single",
  };
  project.store.transact(steps.addAssociation, (transaction) => transaction.add(association));
  return association.id;
}

/** A new attribute, a String as most are, with a name that none of `attributes` has: `Attribute`, `Attribute_2` ... */
export function newAttribute(attributes: readonly { readonly name: string }[]): AttributeRecord {
  const names = new Set(attributes.map(({ name }) => name));
  const name = freeName(domainModelMessages.attributeSuggestion, (each) => !names.has(each));
  return { id: newRecordId(), name, attributeType: { kind: "string" } };
}

/** The renamings that lie between an entity and what it becomes: its own name, and those of its attributes. */
function entityNameChanges(module: string, before: EntityRecord, after: EntityRecord): NameChange[] {
  const old = `${module}.${before.name}`;
  const changes: NameChange[] = [];
  if (after.name !== before.name) changes.push({ kind: "entity", from: old, to: `${module}.${after.name}` });
  for (const attribute of after.attributes) {
    const present = before.attributes.find(({ id }) => id === attribute.id);
    if (!present || present.name === attribute.name) continue;
    changes.push({ kind: "attribute", from: `${old}.${present.name}`, to: `${old}.${attribute.name}` });
  }
  return changes;
}

/** The specializations whose access rules name an attribute of the entity that is called otherwise now. */
function inheritingRules(
  { index }: StudioProject,
  { module, before, after }: { module: string; before: EntityRecord; after: EntityRecord },
): EntityRecord[] {
  const names = index.specializationsOf(`${module}.${before.name}`);
  return names.flatMap((name) => {
    const record = index.entity(name);
    if (!record || record.id === after.id) return [];
    const renamed = after.attributes.reduce((entity, attribute) => {
      const old = before.attributes.find(({ id }) => id === attribute.id)?.name ?? attribute.name;
      return withRenamedAttribute(entity, old, attribute.name);
    }, record);
    return renamed === record ? [] : [renamed];
  });
}

/** Saves an entity; what has another name now is called so everywhere, in the same step. */
export function saveEntity(
  project: StudioProject,
  entity: EntityRecord,
  options: { readonly mergeKey?: string } = {},
): void {
  const before = project.record(entity.id);
  const module = project.record(entity.parent);
  if (before?.type !== "entity" || module?.type !== "module") return;
  const changes = entityNameChanges(module.name, before, entity);
  const usages = renameUsages(changes, refactoringContext(project)).filter(({ id }) => id !== entity.id);
  const renamed = [...usages, ...inheritingRules(project, { module: module.name, before, after: entity })];
  const label = changes.length > 0 ? steps.renameInEntity(entity.name) : steps.editEntity(entity.name);
  project.store.transact(
    label,
    (transaction) => {
      for (const record of renamed) transaction.put(record);
      transaction.put(entity);
    },
    options,
  );
}

/** Saves an association; when it has another name now, it is called so everywhere, in the same step. */
export function saveAssociation(project: StudioProject, association: AssociationRecord): void {
  const before = project.record(association.id);
  const module = project.record(association.parent);
  if (before?.type !== "association" || module?.type !== "module") return;
  const isRenamed = before.name !== association.name;
  const change = {
    kind: "association" as const,
    from: `${module.name}.${before.name}`,
    to: `${module.name}.${association.name}`,
  };
  const renamed = isRenamed ? renameUsages([change], refactoringContext(project)) : [];
  project.store.transact(steps.editAssociation(association.name), (transaction) => {
    for (const record of renamed) if (record.id !== association.id) transaction.put(record);
    transaction.put(association);
  });
}

/** The associations that cannot stay when entities go. */
function associationsOfEntities(project: StudioProject, entities: readonly EntityRecord[]): string[] {
  const names = new Set(entities.map((entity) => project.index.qualifiedNameOf(entity)));
  return project.index
    .all("association")
    .filter(({ record }) => names.has(record.owner) || names.has(record.target))
    .map(({ record }) => record.id)
    .filter((id) => !project.isReadOnly(id));
}

function partsOf(project: StudioProject, ids: readonly string[]) {
  const records = ids.flatMap((id) => project.store.get(id) ?? []);
  const entities = records.filter(
    (record): record is EntityRecord & typeof record => record.type === "entity",
  );
  return { records, entities };
}

/** The records that go when entities and associations are deleted: these, and the associations of the entities. */
export function goneWith(project: StudioProject, ids: readonly string[]): ReadonlySet<string> {
  const { records, entities } = partsOf(project, ids);
  return new Set([...records.map(({ id }) => id), ...associationsOfEntities(project, entities)]);
}

/** Deletes entities with their associations, and associations, as one step. */
export function deleteFromModel(project: StudioProject, ids: readonly string[]): void {
  const { records, entities } = partsOf(project, ids);
  const gone = goneWith(project, ids);
  const generalizations = entities.map((entity) => project.index.qualifiedNameOf(entity));
  const [only] = records;
  const step =
    records.length === 1 && only && "name" in only
      ? steps.delete(only.name)
      : steps.deleteSeveral(records.length);
  project.store.transact(step, (transaction) => {
    for (const id of gone) transaction.remove(id);
    for (const general of generalizations) endGeneralizations(transaction, general);
  });
}

/** What specialized an entity that goes stands alone afterwards. */
function endGeneralizations(transaction: Transaction, name: string | undefined): void {
  for (const record of transaction.records()) {
    if (record.type === "entity" && name !== undefined && record.generalization === name)
      transaction.update("entity", record.id, { generalization: undefined });
  }
}
