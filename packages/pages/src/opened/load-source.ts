import type { WidgetRecord } from "@rivulet/model";
import { EntityObject, linkedObjects, ObjectList } from "@rivulet/values";
import type { DataSource } from "../fields/field-values.ts";
import { callArguments } from "./call-arguments.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import type { Surroundings } from "./surroundings.ts";

/** The objects of a data source; of one that gives one object, that one or none. Throws {@link PageFailure}. */
export async function loadSource(
  source: DataSource,
  on: { readonly widget: WidgetRecord; readonly around: Surroundings; readonly ports: PagePorts },
): Promise<readonly EntityObject[]> {
  const { around, ports } = on;
  if (source.kind === "microflow") {
    const value = await ports.runMicroflow(
      source.microflow,
      callArguments(source.microflow, source.arguments, on),
      { document: around.page, widget: on.widget },
    );
    if (value === null) return [];
    if (value instanceof ObjectList) return value.items;
    if (value instanceof EntityObject) return [value];
    throw new PageFailure(`${source.microflow} returns neither an object nor a list.`);
  }
  if (source.kind === "parameter") {
    const object = around.parameters[source.parameter];
    return object ? [object] : [];
  }
  const association = ports.index.association(source.association);
  const object = around.context?.object;
  if (!association || !object) throw new PageFailure("There is no object from which to look.");
  return linkedObjects({ object, association, end: source.end });
}
