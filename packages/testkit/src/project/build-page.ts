import type { ProjectRecord, WidgetRecord } from "@rivulet/model";
import type { PageSketch, WidgetSketch } from "./project-sketch.ts";

function widgetRecords(parent: string, page: string, sketches: readonly WidgetSketch[]): WidgetRecord[] {
  return sketches.flatMap(({ kind, name, key = name, fields = {}, widgets = [] }, position) => {
    const id = `${page}.${key}`;
    const order = String(position).padStart(4, "0");
    return [
      { id, type: "widget", parent, order, kind, name, fields } as const,
      ...widgetRecords(id, page, widgets),
    ];
  });
}

function parameterList(parameters: PageSketch["parameters"]) {
  if (!parameters) return {};
  return { parameters: Object.entries(parameters).map(([name, entity]) => ({ name, entity })) };
}

/** The records of a layout. */
export function layoutRecords(
  module: string,
  name: string,
  { widgets = [] }: Pick<PageSketch, "widgets">,
): ProjectRecord[] {
  const id = `${module}.${name}`;
  return [{ id, type: "pageLayout", parent: module, name }, ...widgetRecords(id, id, widgets)];
}

/** The records of a snippet. */
export function snippetRecords(
  module: string,
  name: string,
  { parameters, widgets = [] }: Pick<PageSketch, "parameters" | "widgets">,
): ProjectRecord[] {
  const id = `${module}.${name}`;
  const record = { id, type: "snippet", parent: module, name, ...parameterList(parameters) } as const;
  return [record, ...widgetRecords(id, id, widgets)];
}

/** The records of a page that is written in few words. */
export function pageRecords(module: string, name: string, sketch: PageSketch): ProjectRecord[] {
  const { title = name, layout = "sidebar", visibleFor = [], parameters, widgets = [] } = sketch;
  const id = `${module}.${name}`;
  return [
    {
      id,
      type: "page",
      parent: module,
      name,
      title,
      layout,
      visibleFor,
      ...parameterList(parameters),
    },
    ...widgetRecords(id, id, widgets),
  ];
}
