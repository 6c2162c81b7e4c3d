import type { ProjectIndex } from "@rivulet/model";
import {
  type AssociationShape,
  createObject,
  type EntityObject,
  type EntityShape,
  isKindOf,
  link,
  oppositeEnd,
  readSlot,
  type Value,
  writeSlot,
} from "@rivulet/values";
import { captionOfAttribute } from "../opened/form/caption-of-attribute.ts";
import { carryValue } from "./carry-value.ts";
import { placesOf, type ShapePlaces } from "./shape-places.ts";

type Links = EntityObject["identity"]["links"][number];

/** To which project objects are taken. */
export interface CarrierParts {
  readonly index: ProjectIndex;
  /** Whether entities, associations and enumerations are what they were: objects then stay as they are. */
  readonly isSameModel: boolean;
}

/**
 * Takes objects over into a changed project, with their links and with what is linked to them. An attribute is found by
 * its id, so it may have another name; one that is new has its initial value; a value of another type stays where it can be read as
 * one. An object comes out as the same object however often it is asked for.
 *
 * @example new ObjectCarrier({ index, isSameModel: false }).carry(order) // undefined when its entity was deleted
 */
export class ObjectCarrier {
  readonly index: ProjectIndex;
  readonly #isSameModel: boolean;
  readonly #places = new Map<EntityShape, ShapePlaces | undefined>();
  readonly #carried = new Map<EntityObject, EntityObject | undefined>();
  #associations: ReadonlyMap<string, AssociationShape> | undefined;

  constructor({ index, isSameModel }: CarrierParts) {
    this.index = index;
    this.#isSameModel = isSameModel;
  }

  /** The object in the changed project; `undefined` when its entity is gone. */
  carry(object: EntityObject): EntityObject | undefined {
    if (this.#isSameModel) return object;
    if (!this.#carried.has(object)) this.#carryLinked(object);
    return this.#carried.get(object);
  }

  /** Those of the objects whose entity is still there, in their order. */
  carryAll(objects: readonly EntityObject[]): EntityObject[] {
    return objects.flatMap((object) => this.carry(object) ?? []);
  }

  /** Values of an object by the slots that they have in the changed project. */
  valuesOf(shape: EntityShape, values: readonly Value[]): readonly Value[] {
    const places = this.#isSameModel ? undefined : this.#placesOf(shape);
    if (!places) return values;
    const there = places.shape.attributes.map(({ initialValue }) => initialValue);
    for (const { from, to } of places.attributes) {
      const value = to && carryValue(values[from.slot] ?? null, { from, to, index: this.index });
      if (to && value !== undefined) there[to.slot] = value;
    }
    return there;
  }

  /** What of an object differs from `before` and has no place in the changed project, as sentences. */
  lossesOf(object: EntityObject, before: readonly Value[]): readonly string[] {
    if (this.#isSameModel) return [];
    const { shape } = object;
    const places = this.#placesOf(shape);
    const [, entity = shape.name] = shape.name.split(".");
    if (!places) return [`What was typed into ${entity} is gone: the entity was deleted.`];
    return places.attributes.flatMap(({ from, to }) => {
      const value = readSlot(object, from.slot);
      if (value === (before[from.slot] ?? null)) return [];
      const said = `What was typed into ${captionOfAttribute(from.name)} is gone`;
      if (!to) return [`${said}: ${entity} has no attribute ${from.name} any more.`];
      const isKept = carryValue(value, { from, to, index: this.index }) !== undefined;
      return isKept ? [] : [`${said}: ${to.name} is of another type now.`];
    });
  }

  #placesOf(shape: EntityShape): ShapePlaces | undefined {
    if (!this.#places.has(shape)) this.#places.set(shape, placesOf(shape, this.index));
    return this.#places.get(shape);
  }

  /** Makes an object and all that it leads to, then links them as they were. */
  #carryLinked(first: EntityObject): void {
    const made = new Set([first]);
    // The set grows while it is walked.
    for (const object of made) {
      this.#carried.set(object, this.#remade(object));
      for (const links of object.identity.links)
        for (const other of links.toArray()) if (!this.#carried.has(other)) made.add(other);
    }
    for (const object of made) for (const links of object.identity.links) this.#linkAgain(object, links);
  }

  #remade(object: EntityObject): EntityObject | undefined {
    const places = this.#placesOf(object.shape);
    if (!places) return undefined;
    const there = createObject(places.shape);
    const values = object.shape.attributes.map(({ slot }) => readSlot(object, slot));
    for (const [slot, value] of this.valuesOf(object.shape, values).entries()) writeSlot(there, slot, value);
    return there;
  }

  #linkAgain(object: EntityObject, links: Links): void {
    const there = this.#carried.get(object);
    const association = this.#associationOf(links.association);
    if (!there || !association || !isKindOf(there.shape, association[links.end])) return;
    const otherEntity = association[oppositeEnd(links.end)];
    for (const other of this.carryAll(links.toArray()))
      if (isKindOf(other.shape, otherEntity)) link({ object: there, association, end: links.end }, other);
  }

  /** The same association; it may have another name. */
  #associationOf({ id, name }: AssociationShape): AssociationShape | undefined {
    this.#associations ??= new Map(
      this.index.all("association").flatMap(({ name: each, record }) => {
        const shape = this.index.association(each);
        return shape ? [[record.id, shape] as const] : [];
      }),
    );
    return id === undefined ? this.index.association(name) : this.#associations.get(id);
  }
}
