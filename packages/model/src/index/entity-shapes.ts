import { type AttributeShape, type EntityShape, scalarFromJson, type Value } from "@rivulet/values";
import type { AttributeRecord, EntityRecord } from "../records/records.ts";

/** Booleans have no empty: they start false when nothing else is said (reference logic.md section 4). */
function initialValueOf({ attributeType, defaultValue = null }: AttributeRecord): Value {
  const value = scalarFromJson(attributeType.kind, defaultValue) ?? null;
  return attributeType.kind === "boolean" ? (value ?? false) : value;
}

/**
 * Makes the shape of an entity: inherited attributes first. An attribute that a generalization has already is left
 * out; checks report it.
 */
export function entityShape(
  name: string,
  record: EntityRecord,
  generalization: EntityShape | null,
): EntityShape {
  const attributes: AttributeShape[] = [...(generalization?.attributes ?? [])];
  const attributesByName = new Map(generalization?.attributesByName);
  for (const attribute of record.attributes) {
    if (attributesByName.has(attribute.name)) continue;
    const shape = {
      id: attribute.id,
      name: attribute.name,
      type: attribute.attributeType,
      slot: attributes.length,
      initialValue: initialValueOf(attribute),
      ...(attribute.isSecret ? { isSecret: true } : {}),
      ...(attribute.isRequired ? { isRequired: true } : {}),
    };
    attributes.push(shape);
    attributesByName.set(attribute.name, shape);
  }
  const { id, isPersistable } = record;
  return { id, name, generalization, isPersistable, attributes, attributesByName };
}
