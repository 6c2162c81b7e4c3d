import type { WidgetRecord } from "@rivulet/model";
import { recordsOf, type TemplateWidget } from "./template-widgets.ts";

/** What a layout can begin as. */
export type LayoutTemplate = "sidebar" | "topBar";

const widget = (
  kind: string,
  fields: TemplateWidget["fields"] = {},
  widgets: readonly TemplateWidget[] = [],
): TemplateWidget => ({ kind, name: `${kind}1`, fields, widgets });

const title: TemplateWidget = {
  kind: "text",
  name: "title",
  fields: { content: { text: "Application", arguments: [] }, render: "h3" },
};

const center: TemplateWidget = {
  ...widget("region", { side: "center" }, [widget("placeholder")]),
  name: "center",
};

const templates: Readonly<Record<LayoutTemplate, TemplateWidget>> = {
  sidebar: widget("regions", {}, [
    { ...widget("region", { side: "left" }, [title, widget("navigationTree")]), name: "side" },
    center,
  ]),
  topBar: widget("regions", {}, [
    {
      ...widget("region", { side: "top" }, [
        { ...widget("container", { look: "row" }, [title, widget("menuBar")]), name: "bar" },
      ]),
      name: "top",
    },
    center,
  ]),
};

/** The widgets of a new layout. */
export function layoutWidgets(layout: string, template: LayoutTemplate): WidgetRecord[] {
  return recordsOf(layout, [templates[template]]);
}
