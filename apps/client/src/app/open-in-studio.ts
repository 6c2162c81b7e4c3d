import { useApp } from "./app-store.ts";
import { outline, widgetAt } from "./widget-at.ts";

/*
 * For whoever may look at the project: with Alt held, the widget under the pointer is outlined, and a click opens it in
 * the studio; so does Alt+Enter for the widget that has the focus.
 */

/** Name of the studio's window: an open one is used again. */
const studioWindow = "rivulet-studio";

function isAuthor(): boolean {
  return useApp.getState().app?.isAuthor === true;
}

function openWidget(id: string): void {
  window.open(`/#widget=${encodeURIComponent(id)}`, studioWindow);
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
