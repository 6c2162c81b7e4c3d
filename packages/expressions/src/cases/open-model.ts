import {
  type AssociationShape,
  type AttributeShape,
  type AttributeType,
  createObject,
  type DataType,
  type EntityObject,
  type EntityShape,
  link,
  type QualifiedName,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import type { EnumerationLookup, ModelLookup } from "../model-lookup.ts";

/** An object that is described by its values, without a project that knows its entity. */
export interface OpenObject {
  readonly entity: QualifiedName;
  /** Two descriptions with the same entity and id are the same object. */
  readonly id?: string | undefined;
  readonly attributes: ReadonlyMap<string, { readonly type: DataType; readonly value: Value }>;
  /** By qualified name; one object each. */
  readonly associations: ReadonlyMap<QualifiedName, OpenObject | null>;
  /** The entity that an association without an object leads to. */
  readonly targets?: ReadonlyMap<QualifiedName, QualifiedName>;
}

function attributeType(type: DataType): AttributeType {
  switch (type.kind) {
    case "integer":
      return { kind: "long" };
    case "object":
    case "list":
    case "nothing":
      return { kind: "string" };
    case "enumeration":
      return type;
    default:
      return { kind: type.kind };
  }
}

/**
 * A project made of the values at hand: entities have the attributes and associations that their objects show, and
 * enumerations the keys that occur. It stands in where an expression is tried without a project.
 */
export class OpenModel implements ModelLookup {
  readonly #attributes = new Map<QualifiedName, Map<string, AttributeType>>();
  readonly #associations = new Map<QualifiedName, AssociationShape>();
  readonly #enumerations = new Map<QualifiedName, Set<string>>();
  readonly #shapes = new Map<QualifiedName, EntityShape>();
  readonly #objects = new Map<string, EntityObject>();
  readonly #ids = new Map<EntityObject, string>();

  /** Makes an entity known, with an attribute if one is given. Before the first shape of it is asked for. */
  addEntity(entity: QualifiedName, attribute?: { readonly name: string; readonly type: DataType }): void {
    const attributes = this.#attributes.get(entity) ?? new Map<string, AttributeType>();
    this.#attributes.set(entity, attributes);
    if (attribute) attributes.set(attribute.name, attributeType(attribute.type));
  }

  /** Whether anything is known about the attributes of an entity. */
  hasAttributes(entity: QualifiedName): boolean {
    return (this.#attributes.get(entity)?.size ?? 0) > 0;
  }

  /** Makes an association known, which leads to one object from either end. */
  addAssociation(name: QualifiedName, ends: Pick<AssociationShape, "owner" | "target">): void {
    if (!this.#associations.has(name)) {
      this.#associations.set(name, { name, ...ends, multiplicity: "single", isOneToOne: true });
    }
    for (const entity of [ends.owner, ends.target]) this.addEntity(entity);
  }

  /** Makes a key of an enumeration known; its caption is the key. */
  addKey(enumeration: QualifiedName, key: string): void {
    const keys = this.#enumerations.get(enumeration) ?? new Set<string>();
    this.#enumerations.set(enumeration, keys.add(key));
  }

  /** Makes all that an object shows known. */
  addObject(object: OpenObject): void {
    this.addEntity(object.entity);
    for (const [name, { type, value }] of object.attributes) {
      this.addEntity(object.entity, { name, type });
      if (type.kind === "enumeration" && typeof value === "string") this.addKey(type.enumeration, value);
    }
    for (const [name, target] of object.associations) {
      const entity = target?.entity ?? object.targets?.get(name) ?? object.entity;
      this.addAssociation(name, { owner: object.entity, target: entity });
      if (target) this.addObject(target);
    }
  }

  /** An object with the values and links of its description. After everything was made known. */
  create(description: OpenObject): EntityObject {
    const { entity, id } = description;
    const known = id === undefined ? undefined : this.#objects.get(`${entity}|${id}`);
    if (known) return known;
    const shape = this.shape(entity);
    if (!shape) throw new Error(`Entity ${entity} was not made known.`);
    const object = createObject(shape);
    if (id !== undefined) {
      this.#objects.set(`${entity}|${id}`, object);
      this.#ids.set(object, id);
    }
    for (const [name, { value }] of description.attributes) writeAttribute(object, name, value);
    for (const [name, target] of description.associations) {
      const association = this.#associations.get(name);
      if (association && target) link({ object, association, end: "owner" }, this.create(target));
    }
    return object;
  }

  /** The id by which an object was described. */
  idOf(object: EntityObject): string | undefined {
    return this.#ids.get(object);
  }

  shape(entity: QualifiedName): EntityShape | undefined {
    const known = this.#shapes.get(entity);
    const described = this.#attributes.get(entity);
    if (known || !described) return known;
    const attributes = [...described].map(([name, type], slot): AttributeShape => {
      return { name, type, slot, initialValue: null };
    });
    const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
    const shape = { name: entity, generalization: null, isPersistable: true, attributes, attributesByName };
    this.#shapes.set(entity, shape);
    return shape;
  }

  isKindOf(entity: QualifiedName, ancestor: QualifiedName): boolean {
    return entity === ancestor;
  }

  association(name: QualifiedName): AssociationShape | undefined {
    return this.#associations.get(name);
  }

  associationsOf(entity: QualifiedName) {
    const ends = ["owner", "target"] as const;
    return [...this.#associations.values()].flatMap((association) =>
      ends.filter((end) => association[end] === entity).map((end) => ({ association, end })),
    );
  }

  enumeration(name: QualifiedName): EnumerationLookup | undefined {
    const keys = this.#enumerations.get(name);
    return keys && { values: [...keys].map((key) => ({ name: key, caption: key })) };
  }

  constant(): undefined {
    return undefined;
  }

  all(type: "entity" | "enumeration" | "constant") {
    const names = { entity: this.#attributes.keys(), enumeration: this.#enumerations.keys(), constant: [] };
    return [...names[type]].map((name) => ({ name }));
  }
}
