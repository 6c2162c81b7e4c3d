import { microflowParameters } from "@rivulet/activities";
import { EntityObject, type QualifiedName, type Value } from "@rivulet/values";
import { argumentOf } from "../widget-scope.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import type { Surroundings } from "./surroundings.ts";

type Written = Readonly<Record<string, string>>;

/** The values for the parameters of a microflow. What is not written is filled by the object around, if it fits. */
function microflowArguments(
  microflow: QualifiedName,
  written: Written,
  { around, ports }: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, Value> {
  const { index, expressions } = ports;
  const values: Record<string, Value> = {};
  for (const { name, type } of microflowParameters(microflow, index) ?? []) {
    const text = argumentOf({ written: written[name], type }, { context: around.context?.entity, index });
    values[name] = text === undefined ? null : expressions.evaluate(text, around, type);
  }
  return values;
}

/**
 * The objects for the parameters of a page.
 *
 * @throws {PageFailure} when one is missing: the page would have nothing to show
 */
export function pageArguments(
  page: QualifiedName,
  written: Written,
  { around, ports }: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, EntityObject> {
  const { index, expressions } = ports;
  const objects: Record<string, EntityObject> = {};
  for (const { name, entity } of index.page(page)?.parameters ?? []) {
    const type = { kind: "object", entity } as const;
    const text = argumentOf({ written: written[name], type }, { context: around.context?.entity, index });
    const value = text === undefined ? null : expressions.evaluate(text, around, type);
    if (!(value instanceof EntityObject)) {
      throw new PageFailure(`This page needs ${name}, an object of ${entity}, and was opened without one.`);
    }
    objects[name] = value;
  }
  return objects;
}

/**
 * The arguments with which a page calls a microflow.
 *
 * @throws {PageFailure} when the present role may not run it
 */
export function callArguments(
  microflow: QualifiedName,
  written: Written,
  on: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, Value> {
  const record = on.ports.index.microflow(microflow);
  if (!record) throw new PageFailure("What stands behind this part of the page is no longer there.");
  if (!on.ports.access.mayRun(record)) throw new PageFailure("You have no right to see or do this.");
  return microflowArguments(microflow, written, on);
}
