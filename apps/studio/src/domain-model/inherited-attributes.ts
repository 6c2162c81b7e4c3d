import type { EntityRecord, ProjectIndex } from "@rivulet/model";
import type { AttributeShape, EntityShape } from "@rivulet/values";

/** An attribute that an entity has from one that it specializes. */
export interface InheritedAttribute extends Pick<AttributeShape, "name" | "type"> {
  /** Qualified name of the entity that declares it. */
  readonly from: string;
}

function declarerOf(shape: EntityShape, { slot }: AttributeShape): string {
  let declarer = shape;
  for (let next = shape.generalization; next && slot < next.attributes.length; next = next.generalization)
    declarer = next;
  return declarer.name;
}

/** What an entity inherits, the most general first. */
export function inheritedAttributes(
  index: ProjectIndex,
  { generalization }: Pick<EntityRecord, "generalization">,
): readonly InheritedAttribute[] {
  const shape = generalization === undefined ? undefined : index.shape(generalization);
  if (!shape) return [];
  return shape.attributes.map((attribute) => ({
    name: attribute.name,
    type: attribute.type,
    from: declarerOf(shape, attribute),
  }));
}
