import type { AssociationLinks } from "./association-links.ts";
import type { EntityShape } from "./entity-shape.ts";
import type { Value } from "./value.ts";

/**
 * What an object gets when it is first linked or first named outside its run. Most objects of a big loop never
 * need one, so it stays out of the object itself.
 */
export class ObjectIdentity {
  /** Counter of the run, from 1; 0 until the object is first written as JSON or traced. */
  id = 0;
  /** One entry for each association and end in use, in order of first use. */
  readonly links: AssociationLinks[] = [];
}

/**
 * An object of an entity. Its attributes sit in numbered slots (`AttributeShape.slot`) of one of four layouts
 * with the same field names, so that reading an attribute is a plain field load even where one closure meets the
 * objects of many entities (measured: reference performance.md 1a, "megamorphic").
 *
 * Made by {@link createObject}; read and written through {@link slotReader} and {@link slotWriter}, or by name with
 * {@link readAttribute} and {@link writeAttribute} where speed does not matter.
 */
export class EntityObject {
  readonly shape: EntityShape;
  identity: ObjectIdentity | null = null;

  constructor(shape: EntityShape) {
    this.shape = shape;
  }
}

class ObjectOf2 extends EntityObject {
  s0: Value = null;
  s1: Value = null;
}

class ObjectOf4 extends EntityObject {
  s0: Value = null;
  s1: Value = null;
  s2: Value = null;
  s3: Value = null;
}

class ObjectOf8 extends EntityObject {
  s0: Value = null;
  s1: Value = null;
  s2: Value = null;
  s3: Value = null;
  s4: Value = null;
  s5: Value = null;
  s6: Value = null;
  s7: Value = null;
}

class ObjectOfMany extends ObjectOf8 {
  readonly rest: Value[] = [];
}

/** Reads one slot of any object that has it. */
export type SlotReader = (object: EntityObject) => Value;
/** Writes one slot of any object that has it. */
export type SlotWriter = (object: EntityObject, value: Value) => void;

const inlineSlots = 8;

const readers: readonly SlotReader[] = [
  (object) => (object as ObjectOf8).s0,
  (object) => (object as ObjectOf8).s1,
  (object) => (object as ObjectOf8).s2,
  (object) => (object as ObjectOf8).s3,
  (object) => (object as ObjectOf8).s4,
  (object) => (object as ObjectOf8).s5,
  (object) => (object as ObjectOf8).s6,
  (object) => (object as ObjectOf8).s7,
];

const writers: readonly SlotWriter[] = [
  (object, value) => void ((object as ObjectOf8).s0 = value),
  (object, value) => void ((object as ObjectOf8).s1 = value),
  (object, value) => void ((object as ObjectOf8).s2 = value),
  (object, value) => void ((object as ObjectOf8).s3 = value),
  (object, value) => void ((object as ObjectOf8).s4 = value),
  (object, value) => void ((object as ObjectOf8).s5 = value),
  (object, value) => void ((object as ObjectOf8).s6 = value),
  (object, value) => void ((object as ObjectOf8).s7 = value),
];

/**
 * The function that reads slot `slot`. It does not check that the object has that slot: ask for the slot of an
 * attribute of the object's own shape or of one of its generalizations.
 *
 * @example slotReader(shape.attributesByName.get("TableName")!.slot)(table) // "Orders"
 */
export function slotReader(slot: number): SlotReader {
  return readers[slot] ?? ((object) => (object as ObjectOfMany).rest[slot - inlineSlots] ?? null);
}

/** The function that writes slot `slot`; see {@link slotReader}. The value is not checked. */
export function slotWriter(slot: number): SlotWriter {
  return (
    writers[slot] ?? ((object, value) => void ((object as ObjectOfMany).rest[slot - inlineSlots] = value))
  );
}

function emptyObject(shape: EntityShape): EntityObject {
  const count = shape.attributes.length;
  if (count <= 2) return new ObjectOf2(shape);
  if (count <= 4) return new ObjectOf4(shape);
  return count <= inlineSlots ? new ObjectOf8(shape) : new ObjectOfMany(shape);
}

/**
 * A new object with the initial values of its entity.
 *
 * @example createObject(index.shape("Sales.Order"))
 */
export function createObject(shape: EntityShape): EntityObject {
  const object = emptyObject(shape);
  for (const { slot, initialValue } of shape.attributes) {
    if (initialValue !== null || slot >= inlineSlots) slotWriter(slot)(object, initialValue);
  }
  return object;
}

/** The identity of an object, made when it has none. */
export function identityOf(object: EntityObject): ObjectIdentity {
  return (object.identity ??= new ObjectIdentity());
}

function slotOf(object: EntityObject, attribute: string): number {
  const slot = object.shape.attributesByName.get(attribute)?.slot;
  if (slot === undefined) throw new Error(`Entity ${object.shape.name} has no attribute ${attribute}.`);
  return slot;
}

/** Reads an attribute by name. Throws when the entity has no such attribute. */
export function readAttribute(object: EntityObject, attribute: string): Value {
  return slotReader(slotOf(object, attribute))(object);
}

/** Writes an attribute by name; the value is not checked. Throws when the entity has no such attribute. */
export function writeAttribute(object: EntityObject, attribute: string, value: Value): void {
  slotWriter(slotOf(object, attribute))(object, value);
}
