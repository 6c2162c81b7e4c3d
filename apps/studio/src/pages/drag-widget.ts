import type { DragEvent } from "react";

/** Kind of what is dragged from the toolbox: a kind of widget. */
export const widgetKindDragType = "application/x-rivulet-widget-kind";
/** Kind of what is dragged within a page: the id of a widget. */
export const widgetDragType = "application/x-rivulet-widget";

/** Where a drop would go, seen from the widget under the pointer. */
export type DropSide = "before" | "after" | "inside";

/** Whether a drag has something for a page. */
export function isWidgetDrag(event: DragEvent): boolean {
  return event.dataTransfer.types.some((type) => type === widgetKindDragType || type === widgetDragType);
}

/** How near to its upper and lower edge a drop goes beside a widget that could also take it in, in pixels. */
const widestEdge = 10;

/** Where a drop on a widget would go. */
export function dropSide(event: DragEvent<HTMLElement>, holdsWidgets: boolean): DropSide {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const y = event.clientY - top;
  const edge = Math.min(widestEdge, height / 4);
  if (holdsWidgets && y > edge && y < height - edge) return "inside";
  return y < height / 2 ? "before" : "after";
}
