const widgetSelector = "[data-testid^='widget-']";

type TextControl = HTMLInputElement | HTMLTextAreaElement;

function isTextControl(element: Element | null): element is TextControl {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text")
  );
}

/** All elements of one widget: it has one in each row of a list. */
function sameWidgets(widget: Element): Element[] {
  return [
    ...document.querySelectorAll(`[data-testid="${CSS.escape(widget.getAttribute("data-testid") ?? "")}"]`),
  ];
}

/** The elements of a kind in a widget; it may be one itself. */
function controlsOf(widget: Element | undefined, kind: string): HTMLElement[] {
  if (!widget) return [];
  const inside = [...widget.querySelectorAll<HTMLElement>(kind)];
  return widget instanceof HTMLElement && widget.localName === kind ? [widget, ...inside] : inside;
}

/**
 * Changes what the window shows. Where the element with the focus goes, because its widget now stands elsewhere on the
 * page or its row shows another object, the one that took its place gets the focus, with the cursor where it was.
 */
export function keepingFocus(change: () => void): void {
  const focused = document.activeElement;
  const widget = focused?.closest(widgetSelector);
  if (!(focused instanceof HTMLElement) || !widget) return change();
  const position = sameWidgets(widget).indexOf(widget);
  const place = controlsOf(widget, focused.localName).indexOf(focused);
  const cursor = isTextControl(focused)
    ? ([focused.selectionStart, focused.selectionEnd] as const)
    : undefined;
  change();
  if (document.contains(focused)) return;
  const control = controlsOf(sameWidgets(widget)[position], focused.localName)[place];
  control?.focus();
  if (cursor && isTextControl(control ?? null)) (control as TextControl).setSelectionRange(...cursor);
}
