import { type EntityObject, readSlot, unlinkAll, type Value, writeSlot } from "@rivulet/values";
import type { ObjectCarrier } from "../../carried/object-carrier.ts";

function valuesOf(object: EntityObject): readonly Value[] {
  return object.shape.attributes.map(({ slot }) => readSlot(object, slot));
}

function replaceAll(set: Set<EntityObject>, objects: readonly EntityObject[]): void {
  set.clear();
  for (const object of objects) set.add(object);
}

function restore(object: EntityObject, values: readonly Value[]): void {
  for (const [slot, value] of values.entries()) writeSlot(object, slot, value);
}

/**
 * What was typed into an open page and neither saved nor taken back. The values stand in the objects themselves, so
 * that expressions and microflows see them; what was there before is remembered here.
 */
export class PageChanges {
  readonly #before = new Map<EntityObject, readonly Value[]>();
  readonly #changed = new Set<EntityObject>();
  readonly #made = new Set<EntityObject>();

  /** Remembers how an object is when the page begins to show it. */
  watch(object: EntityObject): void {
    if (!this.#before.has(object)) this.#before.set(object, valuesOf(object));
  }

  /** An object that was made for this page: it goes when the page is cancelled. */
  made(object: EntityObject): void {
    this.#made.add(object);
    this.watch(object);
  }

  write(object: EntityObject, slot: number, value: Value): void {
    this.watch(object);
    writeSlot(object, slot, value);
    this.#changed.add(object);
  }

  /** Whether something was typed into an object that nobody has taken over yet. */
  isChanged(object: EntityObject): boolean {
    return this.#changed.has(object);
  }

  /** A microflow was given the object, and does with it what is to be done. */
  handOver(object: EntityObject): void {
    this.#changed.delete(object);
  }

  /** Lets go what is shown no longer and was not typed into: what a microflow has loaded anew comes as other objects. */
  forgetOthers(shown: ReadonlySet<EntityObject>): void {
    for (const object of this.#before.keys()) {
      if (!shown.has(object) && !this.#changed.has(object)) this.#before.delete(object);
    }
  }

  /** How many objects are remembered. */
  get size(): number {
    return this.#before.size;
  }

  /** The same changes on the objects of another project. Answers what was typed and has no place there, as sentences. */
  carry(carrier: ObjectCarrier): readonly string[] {
    const [before, changed, made] = [[...this.#before], [...this.#changed], [...this.#made]];
    const lost = changed.flatMap((object) => carrier.lossesOf(object, this.#before.get(object) ?? []));
    this.#before.clear();
    for (const [object, values] of before) {
      const there = carrier.carry(object);
      if (there) this.#before.set(there, carrier.valuesOf(object.shape, values));
    }
    replaceAll(this.#changed, carrier.carryAll(changed));
    replaceAll(this.#made, carrier.carryAll(made));
    return lost;
  }

  /** Keeps everything: from now on it is what Cancel goes back to. */
  save(): void {
    for (const object of this.#before.keys()) this.#before.set(object, valuesOf(object));
    this.#changed.clear();
    this.#made.clear();
  }

  /** Brings everything back to how it was when the page was opened, or last saved. */
  cancel(): void {
    for (const [object, values] of this.#before) restore(object, values);
    for (const object of this.#made) {
      for (const { association, end } of object.identity.links) unlinkAll({ object, association, end });
    }
    this.#changed.clear();
    this.#made.clear();
  }
}
