/** Puts the keyboard into the editor in front, as soon as it is drawn. */
export function focusEditor(): void {
  // Whoever asked for it may give a row or a button the focus in the next frame; the editor has it after that.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const editor = document.querySelector(".rv-editor[data-command-scope]");
      editor?.querySelector<HTMLElement>("[role=application], input, [tabindex='0'], button")?.focus();
    }),
  );
}
