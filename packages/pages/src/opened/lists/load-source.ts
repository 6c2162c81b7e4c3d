import type { WidgetRecord } from "@rivulet/model";
import { EntityObject, linkedObjects, ObjectList, type Value } from "@rivulet/values";
import type { DataSource } from "../../fields/field-values.ts";
import { showsList } from "../../paging.ts";
import { callArguments } from "../call-arguments.ts";
import { PageFailure } from "../page-failure.ts";
import type { PagePorts } from "../page-ports.ts";
import type { Surroundings } from "../surroundings.ts";

/** A data source that runs a microflow. */
export type MicroflowSource = DataSource & { readonly kind: "microflow" };

/** For which widget a data source is asked. */
export interface SourcePlace {
  readonly widget: WidgetRecord;
  readonly around: Surroundings;
  readonly ports: PagePorts;
}

/**
 * The objects that a microflow gives.
 *
 * @param paging what it is told of the page that it has to give, when it gives them page by page
 * @throws {PageFailure}
 */
export async function runSource(
  { microflow, arguments: written }: MicroflowSource,
  on: SourcePlace,
  paging?: EntityObject,
): Promise<readonly EntityObject[]> {
  const { around, ports, widget } = on;
  const values = callArguments(microflow, written, { around, ports, paging });
  const value = await ports.runMicroflow(microflow, values, { document: around.page, widget });
  if (value === null) return [];
  if (value instanceof ObjectList && showsList(widget)) return value.items;
  if (value instanceof EntityObject && !showsList(widget)) return [value];
  const wanted = showsList(widget) ? "a list" : "one object";
  throw new PageFailure(`${microflow} returns ${kindOf(value)}; what is shown here is ${wanted}.`);
}

function kindOf(value: Value): string {
  if (value instanceof ObjectList) return "a list";
  return value instanceof EntityObject ? "one object" : "neither an object nor a list";
}

/** The objects of a data source; of one that gives one object, that one or none. Throws {@link PageFailure}. */
export async function loadSource(source: DataSource, on: SourcePlace): Promise<readonly EntityObject[]> {
  const { around, ports } = on;
  if (source.kind === "microflow") return runSource(source, on);
  if (source.kind === "parameter") {
    const object = around.parameters[source.parameter];
    return object ? [object] : [];
  }
  const association = ports.index.association(source.association);
  const object = around.context?.object;
  if (!association || !object) throw new PageFailure("There is no object from which to look.");
  return linkedObjects({ object, association, end: source.end });
}
