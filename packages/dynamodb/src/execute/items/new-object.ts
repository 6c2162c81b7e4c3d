import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, linkNew, ObjectTemplate, type Value } from "@rivulet/values";
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
  const { initialValues } = template;
  return template.createWith(
    values.length === 0 ? initialValues : [...values, ...initialValues.slice(values.length)],
  );
}

/** Links new objects, as owners of the association, to a target that no other object is linked to over it. */
export function linkAll(
  { index }: ExecutionContext,
  association: string,
  { owners, target }: { readonly owners: readonly EntityObject[]; readonly target: EntityObject },
): void {
  const shape = index.association(association);
  if (!shape) throw new Error(`There is no association ${association}.`);
  linkNew(shape, owners, target);
}
