/**
 * Gives the keyboard to a field in the moment in which it appears, as its `ref`. The component library does so a moment
 * later, and what a quick hand types in between would be taken as commands of the canvas.
 *
 * @example <TextInput data-autofocus ref={focusAtOnce} />
 */
export function focusAtOnce(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
}
