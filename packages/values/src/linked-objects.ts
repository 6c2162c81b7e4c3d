import type { EntityObject } from "./entity-object.ts";

/**
 * A set of objects in the order in which they came. Most hold one object, the owner of a child or the child of an
 * owner, and do without a `Set`, which would be larger than the object itself.
 */
export class LinkedObjects implements Iterable<EntityObject> {
  #only: EntityObject | null;
  #many: Set<EntityObject> | null = null;

  constructor(first: EntityObject | null = null) {
    this.#only = first;
  }

  get size(): number {
    if (this.#many) return this.#many.size;
    return this.#only === null ? 0 : 1;
  }

  /** The object that came first; `null` when there is none. */
  get first(): EntityObject | null {
    if (!this.#many) return this.#only;
    for (const object of this.#many) return object;
    return null;
  }

  has(object: EntityObject): boolean {
    return this.#many?.has(object) ?? this.#only === object;
  }

  /** Puts an object at the end, unless it is there. */
  add(object: EntityObject): void {
    if (this.#many) this.#many.add(object);
    else if (this.#only === null) this.#only = object;
    else this.#many = new Set([this.#only, object]);
  }

  delete(object: EntityObject): void {
    if (this.#many) this.#many.delete(object);
    else if (this.#only === object) this.#only = null;
  }

  clear(): void {
    this.#only = null;
    this.#many = null;
  }

  [Symbol.iterator](): Iterator<EntityObject> {
    return (this.#many ?? (this.#only === null ? [] : [this.#only])).values();
  }
}
