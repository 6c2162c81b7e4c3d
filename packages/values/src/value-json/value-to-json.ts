import { linkedObjects } from "../association-links.ts";
import type { DataType, QualifiedName } from "../data-type.ts";
import { EntityObject, slotReader } from "../entity-object.ts";
import { type AssociationEnd, type AssociationShape, seesOne } from "../entity-shape.ts";
import { ObjectList } from "../object-list.ts";
import { scalarToJson } from "../scalar-json.ts";
import type { Value } from "../value.ts";
import type { ObjectIds } from "./object-ids.ts";

/** A value as JSON (interfaces.md, "Values as JSON"). */
export type ValueJson =
  | null
  | boolean
  | number
  | string
  | readonly ValueJson[]
  | { readonly [member: string]: ValueJson };

/** Deepest nesting that `expand` may ask for. */
export const maximumExpandDepth = 100;

/** What stands in the place of a secret value that is not to be shown. */
export const hiddenSecret = "(secret)";

/** How values are written. */
export interface ValueToJsonOptions {
  /** The counter of the run. */
  readonly ids: ObjectIds;
  /** How deep the targets of associations are nested, at most {@link maximumExpandDepth}; 0 writes their ids. */
  readonly expand?: number;
  /** Writes {@link hiddenSecret} for attributes that are secret, as traces do. */
  readonly hidesSecrets?: boolean;
  /** The associations of an entity, inherited ones included; `ProjectIndex.associationsOf`. */
  readonly associationsOf: (
    entity: QualifiedName,
  ) => readonly { readonly association: AssociationShape; readonly end: AssociationEnd }[];
}

class ValueWriter {
  readonly #options: ValueToJsonOptions;
  readonly #written = new Set<EntityObject>();

  constructor(options: ValueToJsonOptions) {
    this.#options = options;
  }

  write(value: Value, kind: DataType["kind"]): ValueJson {
    if (value === null || kind === "nothing") return null;
    if (value instanceof ObjectList) {
      return value.items.map((item) => this.#object(item, this.#options.expand ?? 0));
    }
    if (value instanceof EntityObject) return this.#object(value, this.#options.expand ?? 0);
    if (kind === "object" || kind === "list") throw new Error(`A value of type ${kind} is not one.`);
    return scalarToJson(kind, value);
  }

  #object(object: EntityObject, depth: number): ValueJson {
    const $id = this.#options.ids.idOf(object);
    if (this.#written.has(object)) return { $ref: $id };
    this.#written.add(object);
    const json: Record<string, ValueJson> = { $entity: object.shape.name, $id };
    for (const { name, type, slot, isSecret } of object.shape.attributes) {
      const value = slotReader(slot)(object);
      const isHidden = isSecret === true && this.#options.hidesSecrets === true && value !== null;
      json[name] = isHidden ? hiddenSecret : scalarToJson(type.kind, value);
    }
    for (const { association, end } of this.#options.associationsOf(object.shape.name)) {
      // Owner both: either end owns a one-to-one association; one to itself is written from one end.
      const isOwned = end === "owner" || association.isOneToOne;
      if (isOwned && !(association.name in json))
        json[association.name] = this.#links({ object, association, end }, depth);
    }
    return json;
  }

  #links(view: Parameters<typeof linkedObjects>[0], depth: number): ValueJson {
    const links = linkedObjects(view).map((other) =>
      depth > 0 ? this.#object(other, depth - 1) : this.#options.ids.idOf(other),
    );
    return seesOne(view.association, view.end) ? (links[0] ?? null) : links;
  }
}

/**
 * Writes a value of a type as JSON. An object holds `$entity`, `$id`, its attributes, and under their qualified
 * names the associations that it owns: the `$id` of the target, or a list of them. With `expand` the targets are
 * nested. An object that was written before is `{"$ref": id}`.
 *
 * @throws {RangeError} when `expand` is not a whole number from 0 to {@link maximumExpandDepth}
 * @example valueToJson(order, { kind: "object", entity: "Sales.Order" }, { ids, associationsOf })
 * // { "$entity": "Sales.Order", "$id": "1", "Number": 7, "Sales.Order_Customer": "2" }
 */
export function valueToJson(value: Value, type: DataType, options: ValueToJsonOptions): ValueJson {
  const { expand = 0 } = options;
  if (!Number.isInteger(expand) || expand < 0 || expand > maximumExpandDepth) {
    throw new RangeError(`expand is ${expand}; it is a whole number from 0 to ${maximumExpandDepth}.`);
  }
  return new ValueWriter(options).write(value, type.kind);
}
