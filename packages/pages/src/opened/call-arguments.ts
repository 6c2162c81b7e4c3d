import { microflowParameters } from "@rivulet/activities";
import type { WidgetDocument } from "@rivulet/model";
import { EntityObject, type QualifiedName, type Value } from "@rivulet/values";
import type { SnippetCall } from "../fields/field-values.ts";
import { isPaging } from "../paging.ts";
import { argumentOf, parametersOf } from "../widget-scope.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import type { Surroundings } from "./surroundings.ts";

type Written = Readonly<Record<string, string>>;

/** From where a page calls a microflow. */
interface CallPlace {
  readonly around: Surroundings;
  readonly ports: PagePorts;
  /** Where the list is that asks for a page of it. */
  readonly paging?: EntityObject | undefined;
}

/** The values for the parameters of a microflow. What is not written is filled by the object around, if it fits. */
function microflowArguments(
  microflow: QualifiedName,
  written: Written,
  { around, ports, paging }: CallPlace,
): Record<string, Value> {
  const { index, expressions } = ports;
  const values: Record<string, Value> = {};
  for (const { name, type } of microflowParameters(microflow, index) ?? []) {
    if (paging && isPaging(type)) {
      values[name] = paging;
      continue;
    }
    const text = argumentOf({ written: written[name], type }, { context: around.context?.entity, index });
    values[name] = text === undefined ? null : expressions.evaluate(text, around, type);
  }
  return values;
}

function documentArguments(
  document: WidgetDocument | undefined,
  { written, noun }: { readonly written: Written; readonly noun: string },
  { around, ports }: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, EntityObject> {
  const { index, expressions } = ports;
  const objects: Record<string, EntityObject> = {};
  for (const { name, entity } of document ? parametersOf(document) : []) {
    const type = { kind: "object", entity } as const;
    const text = argumentOf({ written: written[name], type }, { context: around.context?.entity, index });
    const value = text === undefined ? null : expressions.evaluate(text, around, type);
    if (!(value instanceof EntityObject)) {
      throw new PageFailure(
        `This ${noun} needs ${name}, an object of ${entity}, and was opened without one.`,
      );
    }
    objects[name] = value;
  }
  return objects;
}

/**
 * The objects for the parameters of a page.
 *
 * @throws {PageFailure} when one is missing: the page would have nothing to show
 */
export function pageArguments(
  page: QualifiedName,
  written: Written,
  on: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, EntityObject> {
  return documentArguments(on.ports.index.page(page), { written, noun: "page" }, on);
}

/** The objects for the parameters of a snippet. Throws {@link PageFailure} when one is missing. */
export function snippetArguments(
  call: SnippetCall,
  on: { readonly around: Surroundings; readonly ports: PagePorts },
): Record<string, EntityObject> {
  const snippet = on.ports.index.snippet(call.snippet);
  return documentArguments(snippet, { written: call.arguments, noun: "part of the page" }, on);
}

/**
 * The arguments with which a page calls a microflow.
 *
 * @throws {PageFailure} when the present role may not run it
 */
export function callArguments(
  microflow: QualifiedName,
  written: Written,
  on: CallPlace,
): Record<string, Value> {
  const record = on.ports.index.microflow(microflow);
  if (!record) throw new PageFailure("What stands behind this part of the page is no longer there.");
  if (!on.ports.access.mayRun(record)) throw new PageFailure("You have no right to see or do this.");
  return microflowArguments(microflow, written, on);
}
