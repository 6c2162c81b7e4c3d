/** Who waits until nothing is pressed. */
const waiting: (() => void)[] = [];
let isPressed = false;

function release(): void {
  isPressed = false;
  // The click comes after this event: it has to find what was pressed where it was.
  setTimeout(() => {
    if (!isPressed) for (const goOn of waiting.splice(0)) goOn();
  });
}

/** Follows the pointer from here on. */
export function followPointer(): void {
  addEventListener("pointerdown", () => (isPressed = true), { capture: true });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, { capture: true });
  // Of the window: those of inputs do not bubble.
  addEventListener("blur", release);
}

/**
 * Waits while a pointer is pressed. What is shown anew meanwhile would move the page under it: the press on a check box
 * takes the focus from an input, the message of that input goes, and the pointer is released over something else.
 */
export function pointerReleased(): Promise<void> {
  return isPressed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}
