import type { PageView, WidgetView } from "@rivulet/pages/view";
import { useApp } from "./app-store.ts";

const widgetSelector = "[data-testid^='widget-']";

/** Every widget of a view with its id, those in rows too. */
function* widgetsIn(widgets: readonly WidgetView[]): Generator<WidgetView> {
  for (const widget of widgets) {
    yield widget;
    if ("children" in widget && widget.children) yield* widgetsIn(widget.children);
    if (widget.kind === "listView") for (const row of widget.rows) yield* widgetsIn(row.children);
  }
}

/** Every widget that is shown; those of the page in front first. */
function* shownWidgets(): Generator<WidgetView> {
  const { page, popups, layout } = useApp.getState();
  const shown = [...popups.toReversed(), page, layout].filter((view): view is PageView => view !== undefined);
  for (const { widgets } of shown) yield* widgetsIn(widgets);
}

/** The widget that an element belongs to. Its name is unique in its page, layout or snippet; the page in front counts first. */
export function widgetAt(
  target: EventTarget | null,
): { readonly element: Element; readonly id: string } | undefined {
  const element = target instanceof Element ? target.closest(widgetSelector) : null;
  const name = element?.getAttribute("data-testid")?.slice("widget-".length);
  for (const widget of shownWidgets()) if (element && widget.name === name) return { element, id: widget.id };
  return undefined;
}

/** The first element of a widget. */
export function elementOf(id: string): Element | undefined {
  for (const widget of shownWidgets())
    if (widget.id === id) return document.querySelector(`[data-testid="widget-${widget.name}"]`) ?? undefined;
  return undefined;
}

/** Marks one element, and no other; without one none. */
export function outline(element: Element | undefined): void {
  for (const marked of document.querySelectorAll("[data-inspected]")) {
    if (marked !== element) marked.removeAttribute("data-inspected");
  }
  element?.setAttribute("data-inspected", "");
}
