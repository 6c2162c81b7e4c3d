/** The parts of a page that are forms, from the inside to the outside: data views, and the pop-up. */
function formsAround(element: Element): Element[] {
  const form = element.closest(".data-view, dialog");
  return form?.parentElement ? [form, ...formsAround(form.parentElement)] : [];
}

/** Does what Enter does in a form: presses the primary button of the innermost form that has one. */
export function pressPrimaryButton(input: Element): void {
  for (const form of formsAround(input)) {
    const button = form.querySelector<HTMLElement>("button.button[data-look='primary']");
    if (button) return button.click();
  }
}

/**
 * Leads from a button to the first input of its form that does not hold, once what the button did is shown; unless the
 * focus has gone elsewhere since.
 *
 * @param before what had the focus when the button was pressed
 */
export function leadToFault(button: HTMLElement | null, before: Element | null): void {
  const focused = document.activeElement;
  if (!button?.isConnected || (focused !== before && focused !== document.body)) return;
  const form = formsAround(button).at(-1) ?? button.closest("[data-testid^='page-']");
  form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
}
