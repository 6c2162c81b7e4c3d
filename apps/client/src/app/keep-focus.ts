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

/**
 * Changes what the window shows. Where the element with the focus goes, because its widget now stands elsewhere on the
 * page, the one that took its place gets the focus, with the cursor where it was.
 */
export function keepingFocus(change: () => void): void {
  const focused = document.activeElement;
  const widget = focused?.closest(widgetSelector);
  const position = widget ? sameWidgets(widget).indexOf(widget) : -1;
  const cursor = isTextControl(focused)
    ? ([focused.selectionStart, focused.selectionEnd] as const)
    : undefined;
  change();
  if (!focused || !widget || document.contains(focused)) return;
  const control = sameWidgets(widget)[position]?.querySelector<HTMLElement>(focused.localName);
  control?.focus();
  if (cursor && isTextControl(control ?? null)) (control as TextControl).setSelectionRange(...cursor);
}
