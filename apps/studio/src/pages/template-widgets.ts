import { newRecordId, type WidgetRecord } from "@rivulet/model";
import { generateKeyBetween } from "fractional-indexing";

/** A widget of a template, with those in it. */
export interface TemplateWidget extends Pick<WidgetRecord, "kind" | "name" | "fields"> {
  readonly widgets?: readonly TemplateWidget[];
}

/** The records of widgets in a page, layout or widget, in their order. */
export function recordsOf(parent: string, widgets: readonly TemplateWidget[]): WidgetRecord[] {
  let order: string | null = null;
  return widgets.flatMap(({ kind, name, fields, widgets: inside = [] }) => {
    order = generateKeyBetween(order, null);
    const widget: WidgetRecord = { id: newRecordId(), type: "widget", parent, order, kind, name, fields };
    return [widget, ...recordsOf(widget.id, inside)];
  });
}
