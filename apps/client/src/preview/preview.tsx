import { type PreviewAnswer, previewAddress, type ShownPreview } from "@rivulet/pages/view";
import { useApp } from "../app/app-store.ts";
import { elementOf, outline, widgetAt } from "../app/widget-at.ts";
import { PageContent } from "../page/page-content.tsx";

/** Whether the studio shows a page here, in a frame of its own. */
export function isPreview(): boolean {
  return location.pathname === previewAddress && parent !== window;
}

function tell(answer: PreviewAnswer): void {
  parent.postMessage(answer, location.origin);
}

/** Draws what the studio asks for. There is no session: nothing can be sent from here. */
function follow({ source, origin, data }: MessageEvent): void {
  if (source !== parent || origin !== location.origin) return;
  const asked = data as Partial<ShownPreview> | null;
  if (asked?.kind !== "preview" || !asked.page) return;
  const { page, colorScheme, selected } = asked as ShownPreview;
  document.documentElement.style.colorScheme = colorScheme;
  useApp.setState({ page, isLoading: false });
  // Once it is drawn.
  requestAnimationFrame(() => {
    const element = selected === undefined ? undefined : elementOf(selected);
    outline(element);
    element?.scrollIntoView({ block: "nearest" });
  });
}

/** A click selects and does nothing else; nothing can be typed. */
function keepStill(): void {
  const prevent = (event: Event) => event.preventDefault();
  addEventListener(
    "click",
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const widget = widgetAt(event.target);
      if (widget) tell({ kind: "selected", widget: widget.id });
    },
    { capture: true },
  );
  for (const name of ["mousedown", "beforeinput", "submit", "dragstart"])
    addEventListener(name, prevent, { capture: true });
}

/** Waits for what the studio asks for. */
export function startPreview(): void {
  addEventListener("message", follow);
  keepStill();
  tell({ kind: "ready" });
}

/** A page with its data, to be looked at. */
export function Preview() {
  const page = useApp((state) => state.page);
  return (
    // Beside the main part of the studio around it, it needs a name.
    <main className="preview" aria-label={page?.title}>
      {page ? <PageContent page={page} /> : null}
    </main>
  );
}
