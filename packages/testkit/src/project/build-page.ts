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

/** The records of a page that is written in few words. */
export function pageRecords(module: string, name: string, sketch: PageSketch): ProjectRecord[] {
  const { title = name, layout = "sidebar", visibleFor = [], parameters, widgets = [] } = sketch;
  const id = `${module}.${name}`;
  const list = parameters && Object.entries(parameters).map(([key, entity]) => ({ name: key, entity }));
  return [
    {
      id,
      type: "page",
      parent: module,
      name,
      title,
      layout,
      visibleFor,
      ...(list ? { parameters: list } : {}),
    },
    ...widgetRecords(id, id, widgets),
  ];
}
