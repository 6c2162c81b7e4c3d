import { unknownInType, unknownName } from "@rivulet/activities";
import type { AssociationRecord, AttributeRecord, EntityRecord, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { enumerate } from "../graph/element-title.ts";
import type { DocumentCheck } from "./document-check.ts";
import { defaultValueFault } from "./written-value.ts";

/** The entities that one comes to from an entity over generalizations, itself first, until it repeats or ends. */
function generalizationsOf(
  name: QualifiedName,
  index: ProjectIndex,
): { names: QualifiedName[]; next?: QualifiedName } {
  const names = new Set<QualifiedName>();
  for (
    let next: QualifiedName | undefined = name;
    next !== undefined;
    next = index.entity(next)?.generalization
  ) {
    if (names.has(next)) return { names: [...names], next };
    names.add(next);
  }
  return { names: [...names] };
}

function checkGeneralization(entity: EntityRecord, { context: { index }, report }: DocumentCheck): void {
  const { id: record, generalization } = entity;
  if (generalization === undefined) return;
  const unknown = unknownName("entity", { name: generalization, field: "generalization" }, index);
  if (unknown) report.add({ record, ...unknown });
  const own = index.qualifiedNameOf(entity) ?? entity.name;
  const { names, next } = generalizationsOf(own, index);
  if (next !== own) return;
  const circle = enumerate(names);
  const message =
    names.length === 1
      ? `${own} cannot be its own generalization. Choose another entity or none.`
      : `The generalizations of ${circle} form a circle. Take the generalization off one of them.`;
  report.add({ code: "generalization-cycle", record, field: "generalization", message });
}

/** The generalization that has an attribute of this name already. */
function inheritedFrom(
  entity: EntityRecord,
  attribute: string,
  index: ProjectIndex,
): QualifiedName | undefined {
  const own = index.qualifiedNameOf(entity) ?? entity.name;
  const key = attribute.toLowerCase();
  const above = generalizationsOf(own, index).names.slice(1);
  return above.find((name) =>
    index.entity(name)?.attributes.some((other) => other.name.toLowerCase() === key),
  );
}

function checkAttribute(
  attribute: AttributeRecord,
  { entity, position }: { readonly entity: EntityRecord; readonly position: number },
  { context: { index }, report }: DocumentCheck,
): void {
  const { name, defaultValue = null } = attribute;
  const type = attribute.attributeType;
  const field = `attributes[${position}]`;
  const inherited = inheritedFrom(entity, name, index);
  if (inherited !== undefined) {
    const message = `${entity.name} inherits an attribute ${name} from ${inherited} already. Rename or remove this one.`;
    report.add({ code: "inherited-attribute", record: entity.id, field: `${field}.name`, message });
  }
  const unknown = type.kind === "enumeration" && unknownInType(type, `${field}.attributeType`, index);
  if (unknown) report.add({ record: entity.id, ...unknown });
  const fault = defaultValueFault(defaultValue, type, index);
  if (fault === undefined) return;
  const message = `The default value ${JSON.stringify(defaultValue)} of ${entity.name}/${name} ${fault}.`;
  report.add({ code: "wrong-value", record: entity.id, field: `${field}.defaultValue`, message });
}

/** The rules name roles of the module and attributes of the entity. */
function checkAccessRules(entity: EntityRecord, { context: { index }, report }: DocumentCheck): void {
  const module = index.records.get(entity.parent);
  const roles = module?.type === "module" ? module.roles.map(({ name }) => name) : [];
  const shape = index.shape(index.qualifiedNameOf(entity) ?? entity.name);
  for (const [position, { role, attributes = {} }] of (entity.accessRules ?? []).entries()) {
    const field = `accessRules[${position}]`;
    if (!roles.includes(role)) {
      const message = `The module of ${entity.name} has no module role ${role}. Remove its access rule.`;
      report.add({ code: "unknown-role", record: entity.id, field: `${field}.role`, message });
    }
    for (const name of Object.keys(attributes)) {
      if (!shape || shape.attributesByName.has(name)) continue;
      const message = `${entity.name} has no attribute ${name}, and the access rule of ${role} names it. Remove it there.`;
      report.add({
        code: "unknown-attribute",
        record: entity.id,
        field: `${field}.attributes.${name}`,
        message,
      });
    }
  }
}

function checkAssociation(
  association: AssociationRecord,
  { context: { index }, report }: DocumentCheck,
): void {
  const { id: record, name, isOneToOne, multiplicity } = association;
  for (const field of ["owner", "target"] as const) {
    const unknown = unknownName("entity", { name: association[field], field }, index);
    if (unknown) report.add({ record, ...unknown });
  }
  if (!isOneToOne || multiplicity === "single") return;
  const message = `${name} cannot be one-to-one and hold many objects. Make its multiplicity single, or take isOneToOne off.`;
  report.add({ code: "contradicting-association", record, field: "multiplicity", message });
}

/** Entities and associations of a module. */
export function checkDomainModel(check: DocumentCheck): void {
  for (const record of check.document.records) {
    if (record.type === "association") checkAssociation(record, check);
    if (record.type !== "entity") continue;
    checkGeneralization(record, check);
    checkAccessRules(record, check);
    for (const [position, attribute] of record.attributes.entries()) {
      checkAttribute(attribute, { entity: record, position }, check);
    }
  }
}
