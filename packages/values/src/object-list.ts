import type { QualifiedName } from "./data-type.ts";
import type { EntityObject } from "./entity-object.ts";

/**
 * A list of objects. Lists are shared by reference: a change made in a called microflow is seen by its caller
 * (reference logic.md 2.3). Duplicates are allowed.
 */
export class ObjectList {
  /** All members are of this entity or of its specializations. */
  readonly entity: QualifiedName;
  readonly items: EntityObject[];

  constructor(entity: QualifiedName, items: EntityObject[] = []) {
    this.entity = entity;
    this.items = items;
  }
}
