import type { EntityObject } from "./entity-object.ts";
import type { AssociationEnd, AssociationShape } from "./entity-shape.ts";

/**
 * Up to so many objects are looked through one after another; more are put into a set, which is larger than they are,
 * but only once one of them has to be found.
 */
const few = 16;

/** Makes objects when somebody first looks for them. */
type Maker = () => EntityObject[];

/**
 * The objects that one object is linked to over one association, in the order in which they were linked. Most hold one
 * object, the owner of a child or the child of an owner, and do without anything larger.
 */
export class LinkedObjects {
  readonly association: AssociationShape;
  /** Where the object that has these links stands. */
  readonly end: AssociationEnd;
  #only: EntityObject | null;
  #several: EntityObject[] | Set<EntityObject> | Maker | null = null;

  constructor(association: AssociationShape, end: AssociationEnd, first: EntityObject | null = null) {
    this.association = association;
    this.end = end;
    this.#only = first;
  }

  get size(): number {
    const several = this.#made();
    if (several) return Array.isArray(several) ? several.length : several.size;
    return this.#only === null ? 0 : 1;
  }

  /** The object that came first; `null` when there is none. */
  get first(): EntityObject | null {
    const several = this.#made();
    if (!several) return this.#only;
    for (const object of several) return object;
    return null;
  }

  has(object: EntityObject): boolean {
    const several = this.#searchable();
    if (!several) return this.#only === object;
    return Array.isArray(several) ? several.includes(object) : several.has(object);
  }

  /** Puts an object at the end, unless it is there. */
  add(object: EntityObject): void {
    const several = this.#searchable();
    if (!several) {
      if (this.#only === null) this.#only = object;
      else if (this.#only !== object) this.#hold([this.#only, object]);
    } else if (!Array.isArray(several)) several.add(object);
    else if (!several.includes(object)) several.push(object);
  }

  delete(object: EntityObject): void {
    const several = this.#searchable();
    if (!several) {
      if (this.#only === object) this.#only = null;
    } else if (Array.isArray(several)) {
      const index = several.indexOf(object);
      if (index >= 0) several.splice(index, 1);
    } else several.delete(object);
  }

  clear(): void {
    this.#only = null;
    this.#several = null;
  }

  /** All of them, in an array of its own. */
  toArray(): EntityObject[] {
    const several = this.#made();
    if (several) return Array.isArray(several) ? several.slice() : [...several];
    return this.#only === null ? [] : [this.#only];
  }

  /** Puts objects at the end that nobody else knows yet: different ones, and none that is there. */
  addNew(objects: readonly EntityObject[]): void {
    if (this.size === 0) this.#hold([...objects]);
    else for (const object of objects) this.add(object);
  }

  /** The same, but they are made when somebody first looks; whoever never does pays nothing for them. */
  addLater(make: Maker): void {
    if (this.size === 0) this.#several = make;
    else this.addNew(make());
  }

  #hold(objects: EntityObject[]): void {
    this.#only = null;
    this.#several = objects;
  }

  /** As {@link #made}, in a form in which one is found soon. */
  #searchable(): EntityObject[] | Set<EntityObject> | null {
    const several = this.#made();
    if (!Array.isArray(several) || several.length <= few) return several;
    const set = new Set(several);
    this.#several = set;
    return set;
  }

  #made(): EntityObject[] | Set<EntityObject> | null {
    const several = this.#several;
    if (typeof several !== "function") return several;
    // It stays as it is when that fails: who looks again is told again.
    this.#hold(several());
    return this.#several as EntityObject[] | Set<EntityObject>;
  }
}
