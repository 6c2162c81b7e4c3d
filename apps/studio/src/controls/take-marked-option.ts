import type { KeyboardEvent } from "react";

/**
 * Enter takes the option that an open list marks. The component library forgets, a moment after a list has opened, which
 * option it marked for the letter that opened it; Enter would then send the whole form with nothing chosen.
 */
export function takeMarkedOption(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
  const list = (event.target as HTMLElement).getAttribute("aria-controls");
  const marked =
    list === null ? null : document.getElementById(list)?.querySelector("[data-combobox-selected]");
  if (!(marked instanceof HTMLElement)) return;
  event.preventDefault();
  marked.click();
}
