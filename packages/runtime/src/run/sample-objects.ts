import {
  type AssociationShape,
  createObject,
  type EntityObject,
  type EntityShape,
  link,
  linkedObjects,
  linkWhenLookedAt,
} from "@rivulet/values";

/** A number of attributes for each of the layouts that objects have. */
const layoutSizes = [2, 4, 8, 9];

/** More than are looked through one after another. */
const many = 20;

function shapeOf(size: number): EntityShape {
  const attributes = Array.from({ length: size }, (_, slot) => {
    return { name: `a${slot}`, type: { kind: "long" }, slot, initialValue: null } as const;
  });
  const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return { name: "", generalization: null, isPersistable: false, attributes, attributesByName };
}

const association: AssociationShape = {
  name: "",
  owner: "",
  target: "",
  multiplicity: "single",
  isOneToOne: false,
};

/** A target with so many owners, linked one by one. */
function linkedTarget(shape: EntityShape, owners: number): EntityObject {
  const target = createObject(shape);
  for (let owner = 0; owner < owners; owner += 1) {
    link({ object: createObject(shape), association, end: "owner" }, target);
  }
  return target;
}

/** A target whose owners are made when somebody looks. */
function targetOfLater(shape: EntityShape, owners: number): EntityObject {
  const target = createObject(shape);
  const make = () => Array.from({ length: owners }, () => createObject(shape));
  linkWhenLookedAt(association, target, make);
  return target;
}

/** An object of every layout, and one for every way in which objects are linked. */
export function sampleObjects(): readonly EntityObject[] {
  const shapes = layoutSizes.map(shapeOf);
  const [shape] = shapes;
  if (!shape) return [];
  const lookedAt = targetOfLater(shape, many);
  linkedObjects({ object: lookedAt, association, end: "target" });
  const linked = [linkedTarget(shape, 1), linkedTarget(shape, 2), linkedTarget(shape, many)];
  return [...shapes.map(createObject), ...linked, targetOfLater(shape, many), lookedAt];
}
