import type { DragEvent } from "react";
import { entityDragType } from "../workspace/drag-entity.ts";

/** Kind of what is dragged from the toolbox: a kind of widget. */
export const widgetKindDragType = "application/x-rivulet-widget-kind";
/** Kind of what is dragged within a page: the id of a widget. */
export const widgetDragType = "application/x-rivulet-widget";

/** Where a drop would go, seen from the widget under the pointer. */
export type DropSide = "before" | "after" | "inside";

const dragTypes: ReadonlySet<string> = new Set([widgetKindDragType, widgetDragType, entityDragType]);

/** Whether a drag has something for a page: a new widget, one of its own, or an entity to be shown. */
export function isWidgetDrag(event: DragEvent): boolean {
  return event.dataTransfer.types.some((type) => dragTypes.has(type));
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
