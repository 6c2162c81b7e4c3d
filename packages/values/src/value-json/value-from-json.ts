import { link } from "../association-links.ts";
import { type DataType, formatDataType, type ListType, type QualifiedName } from "../data-type.ts";
import { createObject, EntityObject, writeAttribute } from "../entity-object.ts";
import {
  type AssociationEnd,
  type AssociationShape,
  type EntityShape,
  isKindOf,
  oppositeEnd,
  seesOne,
} from "../entity-shape.ts";
import { ObjectList } from "../object-list.ts";
import type { Value } from "../value.ts";
import { type PlacedJson, ScalarReader, type ScalarType } from "./read-scalar.ts";
import { shownJson, type ValueFault, ValueFaults } from "./value-fault.ts";
import type { ValueModel } from "./value-model.ts";

/** What a value from outside may cost. */
export interface ValueLimits {
  readonly maximumDepth: number;
  readonly maximumObjects: number;
}

/** Limits of parameters. */
const defaultValueLimits: ValueLimits = { maximumDepth: 100, maximumObjects: 1_000_000 };

/** A value, or all that is wrong with the JSON (at most `maximumFaults`). */
export type ValueFromJsonResult = { readonly value: Value } | { readonly faults: readonly ValueFault[] };

type Members = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: string;
  readonly depth: number;
}

/** A link that waits until all objects are there, since an id may come before its object. */
interface WaitingLink {
  readonly object: EntityObject;
  readonly association: AssociationShape;
  readonly end: AssociationEnd;
  /** The object, or its `$id`. */
  readonly target: EntityObject | string;
  readonly path: string;
}

/** Where an object stands in an association; the owner's end when it could be both. */
function endOf(association: AssociationShape, shape: EntityShape): AssociationEnd | undefined {
  if (isKindOf(shape, association.owner)) return "owner";
  return isKindOf(shape, association.target) ? "target" : undefined;
}

class ValueReader {
  readonly faults = new ValueFaults();
  readonly #model: ValueModel;
  readonly #limits: ValueLimits;
  readonly #scalars: ScalarReader;
  readonly #objects = new Map<string, EntityObject>();
  readonly #links: WaitingLink[] = [];
  #count = 0;

  constructor(model: ValueModel, limits: ValueLimits) {
    this.#model = model;
    this.#limits = limits;
    this.#scalars = new ScalarReader(model, this.faults);
  }

  read(json: unknown, type: DataType): Value | undefined {
    if (json === null) return null;
    switch (type.kind) {
      case "nothing":
        return this.faults.add("wrong-value", "", `${shownJson(json)} was given where no value belongs.`);
      case "object":
        return this.#object(json, type.entity, { path: "", depth: 0 });
      case "list":
        return this.#list(json, type);
      default:
        return this.#scalars.read(type as ScalarType, { json, path: "" });
    }
  }

  #list(json: unknown, type: ListType): ObjectList | undefined {
    if (!Array.isArray(json)) {
      return this.faults.add(
        "wrong-value",
        "",
        `${shownJson(json)} should be a list: ${formatDataType(type)}.`,
      );
    }
    const items = json.map((item, position) =>
      this.#object(item, type.entity, { path: `[${position}]`, depth: 1 }),
    );
    return new ObjectList(
      type.entity,
      items.filter((item) => item !== undefined),
    );
  }

  /** Reads `{"$entity": ...}` or `{"$ref": id}`. */
  #object(json: unknown, entity: QualifiedName, place: Place): EntityObject | undefined {
    if (typeof json !== "object" || json === null || Array.isArray(json)) {
      return this.faults.add(
        "wrong-value",
        place.path,
        `${shownJson(json)} should be an object of ${entity}.`,
      );
    }
    const members = json as Members;
    if ("$ref" in members) return this.#known(members["$ref"], entity, place);
    const shape = this.#shape(members, entity, place);
    return shape && this.#isWithinLimits(place) ? this.#newObject(members, shape, place) : undefined;
  }

  #known(id: unknown, entity: QualifiedName, { path }: Place): EntityObject | undefined {
    const object = typeof id === "string" ? this.#objects.get(id) : undefined;
    if (object) return this.#ofEntity(object, entity, path);
    return this.faults.add("unknown-id", path, `No object before this one has the $id ${shownJson(id)}.`);
  }

  #ofEntity(object: EntityObject, entity: QualifiedName, path: string): EntityObject | undefined {
    if (isKindOf(object.shape, entity)) return object;
    const message = `An object of ${object.shape.name} was given where one of ${entity} belongs.`;
    return this.faults.add("wrong-value", path, message);
  }

  #shape({ $entity: name }: Members, entity: QualifiedName, { path }: Place): EntityShape | undefined {
    const shape = this.#model.shape(typeof name === "string" ? name : entity);
    if (!shape || (name !== undefined && typeof name !== "string")) {
      return this.faults.add("unknown-entity", path, `There is no entity ${shownJson(name ?? entity)}.`);
    }
    if (!isKindOf(shape, entity)) {
      const message = `An object of ${shape.name} was given where one of ${entity} belongs.`;
      return this.faults.add("wrong-value", path, message);
    }
    if (!this.#model.entity(shape.name)?.isAbstract) return shape;
    const message = `${shape.name} is abstract and has no objects of its own. Name a specialization in "$entity".`;
    return this.faults.add("wrong-value", path, message);
  }

  #isWithinLimits({ path, depth }: Place): boolean {
    const { maximumDepth, maximumObjects } = this.#limits;
    this.#count += 1;
    if (depth > maximumDepth) {
      this.faults.add("value-too-large", path, `The value is nested deeper than ${maximumDepth} levels.`);
    }
    if (this.#count === maximumObjects + 1) {
      this.faults.add("value-too-large", path, `The value has more than ${maximumObjects} objects.`);
    }
    return depth <= maximumDepth && this.#count <= maximumObjects;
  }

  #newObject({ $id, $entity: _entity, ...members }: Members, shape: EntityShape, place: Place): EntityObject {
    const object = createObject(shape);
    if ($id !== undefined) this.#register(object, $id, place.path);
    for (const [name, json] of Object.entries(members)) {
      const path = place.path === "" ? name : `${place.path}.${name}`;
      this.#member(object, name, { json, path, depth: place.depth + 1 });
    }
    return object;
  }

  #register(object: EntityObject, id: unknown, path: string): void {
    if (typeof id !== "string") {
      this.faults.add("wrong-value", path, `The $id ${shownJson(id)} should be a text.`);
    } else if (this.#objects.has(id)) {
      this.faults.add("duplicate-id", path, `The $id ${shownJson(id)} is given to two objects.`);
    } else this.#objects.set(id, object);
  }

  #member(object: EntityObject, name: string, member: PlacedJson & Place): void {
    const attribute = object.shape.attributesByName.get(name);
    if (attribute) {
      const value = this.#scalars.readAttribute(attribute.type, member);
      if (value !== undefined) writeAttribute(object, name, value);
      return;
    }
    const association = this.#model.association(name);
    const end = association && endOf(association, object.shape);
    if (association && end) this.#targets({ object, association, end }, member);
    else {
      const known = object.shape.attributes.slice(0, 40).map((one) => one.name);
      const message = `${object.shape.name} has no attribute or association "${name}". Its attributes: ${known.join(", ") || "none"}.`;
      this.faults.add("unknown-member", member.path, message);
    }
  }

  #targets(view: Pick<WaitingLink, "object" | "association" | "end">, member: PlacedJson & Place): void {
    const { json, path, depth } = member;
    if (json === null) return;
    const isSingle = seesOne(view.association, view.end);
    if (isSingle === Array.isArray(json)) {
      const form = isSingle ? "one object or $id" : "a list of objects or $ids";
      this.faults.add("wrong-value", path, `${shownJson(json)} should be ${form}.`);
      return;
    }
    const entity = view.association[oppositeEnd(view.end)];
    for (const [position, item] of (isSingle ? [json] : (json as readonly unknown[])).entries()) {
      const inside = { path: isSingle ? path : `${path}[${position}]`, depth };
      const target = typeof item === "string" ? item : this.#object(item, entity, inside);
      if (target !== undefined) this.#links.push({ ...view, target, path: inside.path });
    }
  }

  /** Links what was read, in the order of the JSON. */
  link(): void {
    for (const { target, path, ...view } of this.#links) {
      const other = target instanceof EntityObject ? target : this.#objects.get(target);
      if (!other) {
        const message = `No object has the $id ${shownJson(target)}. Nest the object here, or leave the association out.`;
        this.faults.add("unknown-id", path, message);
      } else if (this.#ofEntity(other, view.association[oppositeEnd(view.end)], path)) link(view, other);
    }
  }
}

/**
 * Reads a value of a type from JSON, in the form that `valueToJson` writes (interfaces.md, "Values as JSON").
 *
 * In an object `$entity` may be left out where the type says it, attributes that are left out keep their initial
 * values, and `$id` is needed only when something refers to the object; it has no meaning outside this JSON.
 * Associations may be given from either end, as `$id`, `{"$ref": id}` or a nested object. Everything that is wrong is
 * told, with its place.
 *
 * @example valueFromJson([{ Number: 7 }], { kind: "list", entity: "Sales.Order" }, { model: index })
 */
export function valueFromJson(
  json: unknown,
  type: DataType,
  { model, limits = defaultValueLimits }: { readonly model: ValueModel; readonly limits?: ValueLimits },
): ValueFromJsonResult {
  const reader = new ValueReader(model, limits);
  const value = reader.read(json, type);
  reader.link();
  return value === undefined || reader.faults.all.length > 0 ? { faults: reader.faults.all } : { value };
}
