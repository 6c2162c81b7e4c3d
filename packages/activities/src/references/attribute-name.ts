import type { ProjectIndex } from "@rivulet/model";
import type { EntityShape, QualifiedName } from "@rivulet/values";

/**
 * The whole name of an attribute: that of the entity which declares it, and its own. `undefined` when the entity has
 * no such attribute.
 *
 * @example attributeName(index, "Sales.Rush", "Total") // "Sales.Order.Total", where Rush specializes Order
 */
export function attributeName(
  index: ProjectIndex,
  entity: QualifiedName,
  attribute: string,
): string | undefined {
  let declaring: EntityShape | undefined;
  for (let shape = index.shape(entity) ?? null; shape; shape = shape.generalization) {
    if (shape.attributesByName.has(attribute)) declaring = shape;
  }
  return declaring && `${declaring.name}.${attribute}`;
}
