import { flushSync } from "react-dom";

function giveFocus(): void {
  const editor = document.querySelector(".rv-editor[data-command-scope]");
  editor?.querySelector<HTMLElement>("[role=application], input, [tabindex='0'], button")?.focus();
}

/**
 * Gives the keyboard to the editor of the document in front: at once, for who types on, and again after two frames,
 * because whoever asked for it may give a row or a button the focus meanwhile. Not when the person has gone on.
 */
export function focusEditor(): void {
  // A document that was opened in the same breath is drawn first.
  flushSync(() => {});
  giveFocus();
  const acts = new AbortController();
  for (const act of ["keydown", "pointerdown"])
    window.addEventListener(act, () => acts.abort(), { capture: true, signal: acts.signal });
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!acts.signal.aborted) giveFocus();
      acts.abort();
    }),
  );
}
