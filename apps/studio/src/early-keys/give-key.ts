import type { EarlyKey } from "./early-keys.ts";

/**
 * Has the browser write as if it were typed: events, undo and selection are those of the field, an expression's editor
 * among them. Nothing else in the platform does that.
 */
function write(command: "insertText" | "delete", text?: string): void {
  document.execCommand(command, false, text);
}

function pressKey(target: HTMLElement, init: KeyboardEventInit): boolean {
  return target.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
}

/** Enter, and what the browser makes of it where nobody took it. */
function giveEnter(target: HTMLElement, init: KeyboardEventInit): void {
  if (!pressKey(target, { ...init, key: "Enter" }) || init.ctrlKey || init.metaKey) return;
  if (target instanceof HTMLTextAreaElement) write("insertText", "\n");
  else if (target instanceof HTMLButtonElement) target.click();
  else if (target instanceof HTMLInputElement) {
    target.form?.querySelector<HTMLElement>("button[type=submit]")?.click();
  }
}

/** Gives a key to what has the focus now. */
export function giveKey(key: EarlyKey, target: HTMLElement): void {
  switch (key.kind) {
    case "text":
      write("insertText", key.text);
      break;
    case "backspace":
      write("delete");
      break;
    case "enter":
      giveEnter(target, key);
      break;
    case "escape":
      pressKey(target, { key: "Escape" });
      break;
  }
}
