import type { PageView, WidgetView } from "@rivulet/pages/view";
import { useApp } from "./app-store.ts";

/*
 * For whoever may look at the project: with Alt held, the widget under the pointer is outlined, and a click opens it in
 * the studio; so does Alt+Enter for the widget that has the focus.
 */

/** Name of the studio's window: an open one is used again. */
const studioWindow = "rivulet-studio";

const widgetSelector = "[data-testid^='widget-']";

/** Every widget of a view with its id, those in rows too. */
function* widgetsIn(widgets: readonly WidgetView[]): Generator<WidgetView> {
  for (const widget of widgets) {
    yield widget;
    if ("children" in widget && widget.children) yield* widgetsIn(widget.children);
    if (widget.kind === "listView") for (const row of widget.rows) yield* widgetsIn(row.children);
  }
}

/** The widget that an element belongs to. Its name is unique in its page, layout or snippet; the page in front counts first. */
function widgetAt(
  target: EventTarget | null,
): { readonly element: Element; readonly id: string } | undefined {
  const element = target instanceof Element ? target.closest(widgetSelector) : null;
  const name = element?.getAttribute("data-testid")?.slice("widget-".length);
  const { page, popups, layout } = useApp.getState();
  const shown = [...popups.toReversed(), page, layout].filter((view): view is PageView => view !== undefined);
  for (const { widgets } of shown)
    for (const widget of widgetsIn(widgets))
      if (element && widget.name === name) return { element, id: widget.id };
  return undefined;
}

function isAuthor(): boolean {
  return useApp.getState().app?.isAuthor === true;
}

function openWidget(id: string): void {
  window.open(`/#widget=${encodeURIComponent(id)}`, studioWindow);
}

/** Marks one element as the one that a click would open; without one none. */
function outline(element: Element | undefined): void {
  for (const marked of document.querySelectorAll("[data-inspected]")) {
    if (marked !== element) marked.removeAttribute("data-inspected");
  }
  element?.setAttribute("data-inspected", "");
}

/** Lets authors go from a widget of the running application to where it is designed. */
export function offerStudio(): void {
  addEventListener("pointermove", (event) =>
    outline(event.altKey && isAuthor() ? widgetAt(event.target)?.element : undefined),
  );
  addEventListener("keyup", (event) => event.key === "Alt" && outline(undefined));
  addEventListener("blur", () => outline(undefined));
  // Before the widget itself takes the click.
  addEventListener(
    "click",
    (event) => {
      const widget = event.altKey && isAuthor() ? widgetAt(event.target) : undefined;
      if (!widget) return;
      event.preventDefault();
      event.stopPropagation();
      outline(undefined);
      openWidget(widget.id);
    },
    { capture: true },
  );
  addEventListener("keydown", (event) => {
    if (!event.altKey || event.key !== "Enter" || !isAuthor()) return;
    const widget = widgetAt(document.activeElement);
    if (!widget) return;
    event.preventDefault();
    openWidget(widget.id);
  });
}
