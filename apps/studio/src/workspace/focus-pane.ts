import { flushSync } from "react-dom";
import type { PaneName } from "./docks.ts";
import { workspace } from "./workspace.ts";

function focusFirst(panel: HTMLElement): boolean {
  const first = panel.querySelector<HTMLElement>("input, [tabindex='0'], button");
  first?.focus();
  return first !== null;
}

/**
 * Shows a pane and puts the keyboard on the first of what is in it, at once, for who types on. While that is still being
 * fetched the pane itself has the keyboard, and hands it on unless the person has gone elsewhere meanwhile.
 */
export function focusPane(pane: PaneName): void {
  flushSync(() => workspace.getState().showPane(pane));
  const panel = document.querySelector<HTMLElement>(`[data-testid="pane-${pane}"]`);
  if (!panel || focusFirst(panel)) return;
  panel.focus();
  const arrival = new MutationObserver(() => focusFirst(panel));
  arrival.observe(panel, { childList: true, subtree: true });
  panel.addEventListener("focusout", () => arrival.disconnect(), { once: true });
}
