import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, linkNew, linkWhenLookedAt, ObjectTemplate, type Value } from "@rivulet/values";
import { inModule } from "../module-name.ts";

/** A page has thousands of objects of a few entities: what they are made from is kept as long as their project. */
const kept = new WeakMap<ExecutionContext["index"], Map<string, ObjectTemplate>>();

function templateOf(index: ExecutionContext["index"], entity: string): ObjectTemplate {
  let templates = kept.get(index);
  if (!templates) kept.set(index, (templates = new Map()));
  const known = templates.get(entity);
  if (known) return known;
  const shape = index.shape(inModule(entity));
  if (!shape) throw new Error(`There is no entity ${inModule(entity)}.`);
  const template = new ObjectTemplate(shape);
  templates.set(entity, template);
  return template;
}

/**
 * A new object of an entity of the module. The first attributes, inherited ones before its own, get the values given.
 *
 * @example newObject(context, "KeyValueString", ["Name", "Marta"])
 */
export function newObject(
  { index, countObject }: ExecutionContext,
  entity: string,
  values: readonly Value[],
): EntityObject {
  countObject();
  const template = templateOf(index, entity);
  const { initialValues, shape } = template;
  if (values.length === 0) return template.create();
  if (values.length === shape.attributes.length) return template.createWith(values);
  return template.createWith([...values, ...initialValues.slice(values.length)]);
}

function associationNamed({ index }: ExecutionContext, name: string) {
  const shape = index.association(name);
  if (!shape) throw new Error(`There is no association ${name}.`);
  return shape;
}

/** Links new objects, as owners of the association, to a target that no other object is linked to over it. */
export function linkAll(
  context: ExecutionContext,
  association: string,
  { owners, target }: { readonly owners: readonly EntityObject[]; readonly target: EntityObject },
): void {
  linkNew(associationNamed(context, association), owners, target);
}

/**
 * The same with objects that are made when somebody first looks for them. A page has thousands of values; a flow that
 * counts items, or goes on to the next page, looks at none.
 */
export function linkAllWhenLookedAt(
  context: ExecutionContext,
  association: string,
  { make, target }: { readonly make: () => EntityObject[]; readonly target: EntityObject },
): void {
  linkWhenLookedAt(associationNamed(context, association), target, make);
}
