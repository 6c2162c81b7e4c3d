import type { AssociationShape, AttributeShape, AttributeType, EntityShape } from "../entity-shape.ts";
import type { Value } from "../value.ts";
import type { ValueModel } from "./value-model.ts";

function shape(
  name: string,
  types: Readonly<Record<string, AttributeType>>,
  generalization: EntityShape | null = null,
): EntityShape {
  const own = Object.entries(types).map(([attribute, type], index): AttributeShape => {
    const initialValue: Value = type.kind === "boolean" ? false : null;
    return { name: attribute, type, slot: (generalization?.attributes.length ?? 0) + index, initialValue };
  });
  const attributes = [...(generalization?.attributes ?? []), ...own];
  const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return { name, generalization, isPersistable: false, attributes, attributesByName };
}

const party = shape("Shop.Party", { Name: { kind: "string", maximumLength: 10 } });

/** Entities of the tests: one attribute of each type, a generalization, every kind of association. */
const shapes = new Map(
  [
    party,
    shape("Shop.Customer", { Since: { kind: "dateTime" } }, party),
    shape("Shop.Order", {
      Number: { kind: "long" },
      Count: { kind: "integer" },
      Total: { kind: "decimal" },
      IsPaid: { kind: "boolean" },
      State: { kind: "enumeration", enumeration: "Shop.State" },
      Scan: { kind: "binary" },
      Placed: { kind: "dateTime" },
      Secret: { kind: "hashedString" },
      Serial: { kind: "autoNumber" },
      Text: { kind: "string" },
    }),
  ].map((one) => [one.name, one]),
);

function association(name: string, rest: Omit<AssociationShape, "name">): AssociationShape {
  return { name, ...rest };
}

const order = "Shop.Order";

const associations: readonly AssociationShape[] = [
  association("Shop.Order_Customer", {
    owner: order,
    target: "Shop.Party",
    multiplicity: "single",
    isOneToOne: false,
  }),
  association("Shop.Order_Related", { owner: order, target: order, multiplicity: "set", isOneToOne: false }),
  association("Shop.Order_Bill", {
    owner: order,
    target: "Shop.Party",
    multiplicity: "single",
    isOneToOne: true,
  }),
];

export const model: ValueModel = {
  shape: (name) => shapes.get(name),
  entity: (name) => ({ isAbstract: name === "Shop.Party" }),
  association: (name) => associations.find((one) => one.name === name),
  enumeration: (name) =>
    name === "Shop.State" ? { values: [{ name: "Open" }, { name: "Closed" }] } : undefined,
};

/** As `ProjectIndex.associationsOf`: from either end, inherited ones included. */
export function associationsOf(entity: string) {
  const names: string[] = [];
  for (let one = shapes.get(entity) ?? null; one; one = one.generalization) names.push(one.name);
  return associations.flatMap((one) =>
    (["owner", "target"] as const)
      .filter((end) => names.includes(one[end]))
      .map((end) => ({ association: one, end })),
  );
}

export function shapeOf(name: string): EntityShape {
  const found = shapes.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

export function associationOf(name: string): AssociationShape {
  const found = model.association(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
