import type { EntityShape } from "./entity-shape.ts";
import { LinkedObjects } from "./linked-objects.ts";
import type { Value } from "./value.ts";

/** Shared by all objects that are linked to nothing. */
const noLinks: readonly LinkedObjects[] = [];

/**
 * What an object is, and what only some objects have: links and an id. Most objects of a big loop are never linked or
 * named outside their run, so objects share one until they need their own ({@link identityOf}).
 */
export class ObjectIdentity {
  readonly shape: EntityShape;
  /** Counter of the run, from 1; 0 until the object is first written as JSON or traced. */
  id = 0;
  /**
   * One entry for each association and end in use, in order of first use. Most have one or two: an array that is
   * replaced is of just that size, where one that grows has room for many.
   */
  links: readonly LinkedObjects[];
  /**
   * Whether it stands for many objects of the entity, none of which needs its own: those that are linked to nothing, or
   * those that were made for one target and are linked to nothing else. It has no id, and its links are never changed.
   */
  readonly isShared: boolean;

  constructor(shape: EntityShape, isShared: boolean, links: readonly LinkedObjects[] = noLinks) {
    this.shape = shape;
    this.isShared = isShared;
    this.links = links;
  }

  /** The same for one object alone. */
  forOne(): ObjectIdentity {
    if (this.links.length === 0) return new ObjectIdentity(this.shape, false);
    const links = this.links.map(({ association, end, first }) => new LinkedObjects(association, end, first));
    return new ObjectIdentity(this.shape, false, links);
  }
}

/**
 * An object of an entity. Its attributes sit in numbered slots (`AttributeShape.slot`) of one of four layouts
 * with the same field names, so that reading an attribute is a plain field load even where one closure meets the
 * objects of many entities (measured: reference performance.md 1a, "megamorphic").
 *
 * Made by {@link createObject} or from an {@link ObjectTemplate}; read and written by {@link readSlot} and
 * {@link writeSlot}, or by name with {@link readAttribute} and {@link writeAttribute} where speed does not matter.
 */
export class EntityObject {
  // Declared only: a field that is defined and then set costs twice, and objects are made by the million.
  declare identity: ObjectIdentity;
  declare s0: Value;
  declare s1: Value;

  constructor(identity: ObjectIdentity, s0: Value, s1: Value) {
    this.identity = identity;
    this.s0 = s0;
    this.s1 = s1;
  }

  /** The entity of the object. */
  get shape(): EntityShape {
    return this.identity.shape;
  }
}

class ObjectOf4 extends EntityObject {
  declare s2: Value;
  declare s3: Value;

  constructor(identity: ObjectIdentity, values: readonly Value[]) {
    super(identity, values[0] as Value, values[1] as Value);
    this.s2 = values[2] as Value;
    this.s3 = values[3] as Value;
  }
}

class ObjectOf8 extends EntityObject {
  declare s2: Value;
  declare s3: Value;
  declare s4: Value;
  declare s5: Value;
  declare s6: Value;
  declare s7: Value;

  constructor(identity: ObjectIdentity, values: readonly Value[]) {
    super(identity, values[0] as Value, values[1] as Value);
    this.s2 = values[2] as Value;
    this.s3 = values[3] as Value;
    this.s4 = values[4] as Value;
    this.s5 = values[5] as Value;
    this.s6 = values[6] as Value;
    this.s7 = values[7] as Value;
  }
}

const inlineSlots = 8;

class ObjectOfMany extends ObjectOf8 {
  declare readonly rest: Value[];

  constructor(identity: ObjectIdentity, values: readonly Value[]) {
    super(identity, values);
    this.rest = values.slice(inlineSlots);
  }
}

/** Reads one slot of any object that has it. */
export type SlotReader = (object: EntityObject) => Value;
/** Writes one slot of any object that has it. */
export type SlotWriter = (object: EntityObject, value: Value) => void;

/**
 * Reads a slot. It does not check that the object has it: ask for the slot of an attribute of the object's own shape
 * or of one of its generalizations.
 *
 * @example readSlot(table, shape.attributesByName.get("TableName").slot) // "Orders"
 */
export function readSlot(object: EntityObject, slot: number): Value {
  switch (slot) {
    case 0:
      return (object as ObjectOf8).s0;
    case 1:
      return (object as ObjectOf8).s1;
    case 2:
      return (object as ObjectOf8).s2;
    case 3:
      return (object as ObjectOf8).s3;
    case 4:
      return (object as ObjectOf8).s4;
    case 5:
      return (object as ObjectOf8).s5;
    case 6:
      return (object as ObjectOf8).s6;
    case 7:
      return (object as ObjectOf8).s7;
    default:
      return (object as ObjectOfMany).rest[slot - inlineSlots] ?? null;
  }
}

/** Writes a slot; see {@link readSlot}. The value is not checked. */
export function writeSlot(object: EntityObject, slot: number, value: Value): void {
  switch (slot) {
    case 0:
      (object as ObjectOf8).s0 = value;
      break;
    case 1:
      (object as ObjectOf8).s1 = value;
      break;
    case 2:
      (object as ObjectOf8).s2 = value;
      break;
    case 3:
      (object as ObjectOf8).s3 = value;
      break;
    case 4:
      (object as ObjectOf8).s4 = value;
      break;
    case 5:
      (object as ObjectOf8).s5 = value;
      break;
    case 6:
      (object as ObjectOf8).s6 = value;
      break;
    case 7:
      (object as ObjectOf8).s7 = value;
      break;
    default:
      (object as ObjectOfMany).rest[slot - inlineSlots] = value;
  }
}

/** {@link readSlot} for one slot, as a function of its own. */
export function slotReader(slot: number): SlotReader {
  return (object) => readSlot(object, slot);
}

/** {@link writeSlot} for one slot, as a function of its own. */
export function slotWriter(slot: number): SlotWriter {
  return (object, value) => writeSlot(object, slot, value);
}

function createLarger(identity: ObjectIdentity, values: readonly Value[]): EntityObject {
  const { length } = identity.shape.attributes;
  if (length <= 4) return new ObjectOf4(identity, values);
  return length <= inlineSlots ? new ObjectOf8(identity, values) : new ObjectOfMany(identity, values);
}

/**
 * The initial values of an entity, laid out for the objects that are made from it. Whoever makes many objects of an
 * entity keeps its template.
 */
export class ObjectTemplate {
  readonly shape: EntityShape;
  /** One for each slot, and more: as many as the objects have room for. */
  readonly initialValues: readonly Value[];
  private readonly identity: ObjectIdentity;
  private readonly slotCount: number;

  constructor(shape: EntityShape) {
    this.shape = shape;
    this.identity = new ObjectIdentity(shape, true);
    this.slotCount = shape.attributes.length;
    const values = shape.attributes.map(({ initialValue }) => initialValue);
    while (values.length < inlineSlots) values.push(null);
    this.initialValues = values;
  }

  /** A new object with the initial values. */
  create(): EntityObject {
    return this.createWith(this.initialValues);
  }

  /**
   * A new object with these values by slot: those of {@link initialValues}, some replaced. They are copied.
   *
   * @example template.createWith(template.initialValues.with(0, "Orders"))
   */
  createWith(values: readonly Value[]): EntityObject {
    if (this.slotCount > 2) return createLarger(this.identity, values);
    return new EntityObject(this.identity, values[0] as Value, values[1] as Value);
  }
}

const templates = new WeakMap<EntityShape, ObjectTemplate>();

function templateOf(shape: EntityShape): ObjectTemplate {
  const known = templates.get(shape);
  if (known) return known;
  const template = new ObjectTemplate(shape);
  templates.set(shape, template);
  return template;
}

/**
 * A new object with the initial values of its entity.
 *
 * @example createObject(index.shape("Sales.Order"))
 */
export function createObject(shape: EntityShape): EntityObject {
  return templateOf(shape).create();
}

/** The object's own identity, made when it shares one. */
export function identityOf(object: EntityObject): ObjectIdentity {
  if (object.identity.isShared) object.identity = object.identity.forOne();
  return object.identity;
}

/** Notes the first links of an object over an association. */
export function addLinks(object: EntityObject, links: LinkedObjects): void {
  const identity = identityOf(object);
  identity.links = identity.links.length === 0 ? [links] : [...identity.links, links];
}

function sharedIdentity(
  shared: ObjectIdentity[],
  shape: EntityShape,
  links: readonly LinkedObjects[],
): ObjectIdentity {
  for (const identity of shared) if (identity.shape === shape) return identity;
  const identity = new ObjectIdentity(shape, true, links);
  shared.push(identity);
  return identity;
}

/**
 * Notes a link to the same object over the same association for all of these. Those that were linked to nothing share
 * what is noted, until one of them is changed: the thousands of values of a page are three objects lighter each.
 */
export function addSameLink(
  objects: readonly EntityObject[],
  { association, end }: Pick<LinkedObjects, "association" | "end">,
  other: EntityObject,
): void {
  const links = [new LinkedObjects(association, end, other)];
  const shared: ObjectIdentity[] = [];
  for (const object of objects) {
    const { identity } = object;
    if (identity.isShared && identity.links.length === 0) {
      object.identity = sharedIdentity(shared, identity.shape, links);
    } else addLinks(object, new LinkedObjects(association, end, other));
  }
}

function slotOf(object: EntityObject, attribute: string): number {
  const slot = object.shape.attributesByName.get(attribute)?.slot;
  if (slot === undefined) throw new Error(`Entity ${object.shape.name} has no attribute ${attribute}.`);
  return slot;
}

/** Reads an attribute by name. Throws when the entity has no such attribute. */
export function readAttribute(object: EntityObject, attribute: string): Value {
  return readSlot(object, slotOf(object, attribute));
}

/** Writes an attribute by name; the value is not checked. Throws when the entity has no such attribute. */
export function writeAttribute(object: EntityObject, attribute: string, value: Value): void {
  writeSlot(object, slotOf(object, attribute), value);
}
