import type { AccessRule, AttributeRight, EntityRecord, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";

/** What somebody may do with the objects of entities. */
export interface EntityRights {
  readonly mayRead: (entity: QualifiedName, attribute: string) => boolean;
  readonly mayWrite: (entity: QualifiedName, attribute: string) => boolean;
  readonly mayCreate: (entity: QualifiedName) => boolean;
}

/** Everything is allowed. */
export const allEntityRights: EntityRights = {
  mayRead: () => true,
  mayWrite: () => true,
  mayCreate: () => true,
};

const strength: Readonly<Record<AttributeRight, number>> = { none: 0, read: 1, write: 2 };

/** The entity whose rules count: itself, else the nearest of its generalizations that has some. */
function ruledEntity(name: QualifiedName, index: ProjectIndex): EntityRecord | undefined {
  for (let shape = index.shape(name) ?? null; shape; shape = shape.generalization) {
    const record = index.entity(shape.name);
    if (record?.accessRules) return record;
  }
  return undefined;
}

/**
 * The rights that module roles (`Module.Role`) have by the access rules of entities. Where an entity has none, a page
 * decides by what it shows; of several rules the one that allows more counts.
 *
 * @example entityRights(new Set(["Sales.Clerk"]), index).mayWrite("Sales.Order", "Note")
 */
export function entityRights(moduleRoles: ReadonlySet<string>, index: ProjectIndex): EntityRights {
  const rulesOf = (entity: QualifiedName): readonly AccessRule[] | undefined => {
    const ruled = ruledEntity(entity, index);
    const owner = ruled && index.records.get(ruled.parent);
    if (owner?.type !== "module") return undefined;
    return ruled?.accessRules?.filter(({ role }) => moduleRoles.has(`${owner.name}.${role}`));
  };
  const may = (entity: QualifiedName, attribute: string, right: AttributeRight): boolean =>
    rulesOf(entity)?.some(({ attributes = {}, others }) => {
      const given = Object.hasOwn(attributes, attribute) ? attributes[attribute] : others;
      return strength[given ?? "none"] >= strength[right];
    }) ?? true;
  return {
    mayRead: (entity, attribute) => may(entity, attribute, "read"),
    mayWrite: (entity, attribute) => may(entity, attribute, "write"),
    mayCreate: (entity) => rulesOf(entity)?.some(({ mayCreate }) => mayCreate) ?? true,
  };
}
