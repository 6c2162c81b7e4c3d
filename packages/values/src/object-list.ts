import type { QualifiedName } from "./data-type.ts";
import type { EntityObject } from "./entity-object.ts";

/** A list as it stood at one moment: the first `count` of `items`. */
export interface ListSnapshot {
  readonly items: readonly EntityObject[];
  readonly count: number;
}

/**
 * A list of objects. Lists are shared by reference: a change made in a called microflow is seen by its caller
 * (reference logic.md 2.3). Duplicates are allowed.
 *
 * @example new ObjectList("Sales.Order", [order]).items.length // 1
 */
export class ObjectList {
  /** All members are of this entity or of its specializations. */
  readonly entity: QualifiedName;
  #items: EntityObject[];
  /** Somebody may still look at the array: from now on it only grows, or is replaced. */
  #isObserved = false;

  /** The list takes `items` over: nobody else changes that array from then on. */
  constructor(entity: QualifiedName, items: EntityObject[] = []) {
    this.entity = entity;
    this.#items = items;
  }

  get items(): readonly EntityObject[] {
    return this.#items;
  }

  /** The present members, for a loop: later changes of the list do not reach them. Copies nothing. */
  snapshot(): ListSnapshot {
    this.#isObserved = true;
    return { items: this.#items, count: this.#items.length };
  }

  /** Puts an object at the end. */
  add(object: EntityObject): void {
    this.#items.push(object);
  }

  /** Puts all members of another list, or of this one, at the end. */
  addAll({ items }: ObjectList): void {
    const { length } = items;
    for (let index = 0; index < length; index += 1) this.#items.push(items[index] as EntityObject);
  }

  /** Takes the first occurrence of an object away; silent when there is none. */
  remove(object: EntityObject): void {
    const index = this.#items.indexOf(object);
    if (index < 0) return;
    if (this.#isObserved) this.#replace(this.#items.slice());
    this.#items.splice(index, 1);
  }

  /** Takes one occurrence away for each member of another list, the first ones first. */
  removeAll({ items }: ObjectList): void {
    const wanted = new Map<EntityObject, number>();
    for (const object of items) wanted.set(object, (wanted.get(object) ?? 0) + 1);
    this.#replace(
      this.#items.filter((object) => {
        const count = wanted.get(object) ?? 0;
        if (count > 0) wanted.set(object, count - 1);
        return count === 0;
      }),
    );
  }

  /** Takes everything away. */
  clear(): void {
    this.#replace([]);
  }

  #replace(items: EntityObject[]): void {
    this.#items = items;
    this.#isObserved = false;
  }
}
