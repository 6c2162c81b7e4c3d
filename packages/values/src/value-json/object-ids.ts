import { type EntityObject, identityOf } from "../entity-object.ts";

/**
 * Gives the objects of one run their `$id`: a counter from 1, in the order in which they are first written, so that
 * the same run prints the same text.
 */
export class ObjectIds {
  #last = 0;

  /** The `$id` of an object, given to it now when it has none. */
  idOf(object: EntityObject): string {
    const identity = identityOf(object);
    if (identity.id === 0) identity.id = this.#last += 1;
    return String(identity.id);
  }
}
