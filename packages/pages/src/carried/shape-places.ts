import type { ProjectIndex } from "@rivulet/model";
import type { AttributeShape, EntityShape } from "@rivulet/values";

/** An entity in a changed project, and where each of its former attributes is. */
export interface ShapePlaces {
  readonly shape: EntityShape;
  /** `to` is left out for an attribute that was deleted. */
  readonly attributes: readonly { readonly from: AttributeShape; readonly to: AttributeShape | undefined }[];
}

function shapeOf({ id, name }: EntityShape, index: ProjectIndex): EntityShape | undefined {
  if (id === undefined) return index.shape(name);
  const record = index.records.get(id);
  const present = record?.type === "entity" ? index.qualifiedNameOf(record) : undefined;
  return present === undefined ? undefined : index.shape(present);
}

/** Finds an entity and its attributes in a changed project, by their ids; `undefined` when the entity was deleted. */
export function placesOf(before: EntityShape, index: ProjectIndex): ShapePlaces | undefined {
  const shape = shapeOf(before, index);
  if (!shape) return undefined;
  const byId = new Map(shape.attributes.map((attribute) => [attribute.id, attribute]));
  const attributes = before.attributes.map((from) => {
    const to = from.id === undefined ? shape.attributesByName.get(from.name) : byId.get(from.id);
    return { from, to };
  });
  return { shape, attributes };
}
