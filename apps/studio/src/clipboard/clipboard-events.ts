import type { ClipboardEvent } from "react";
import { tell } from "./system-clipboard.ts";

/** What copies, cuts and pastes in an editor. */
export interface ClipboardUse {
  readonly isReadOnly: () => boolean;
  /** The selection as text; `undefined` when there is nothing to copy. */
  readonly copy: () => string | undefined;
  /** Takes the selection away. */
  readonly remove: () => void;
  /** Puts text in; returns why that cannot be. */
  readonly paste: (text: string) => string | undefined;
}

/** What has a clipboard of its own. */
const elsewhere = "input, textarea, select, [contenteditable=true], [role=dialog]";

const isElsewhere = ({ target }: ClipboardEvent) =>
  target instanceof Element && target.closest(elsewhere) !== null;

/** The handlers of the browser's own keys for the clipboard, which let an editor use it unasked. */
export function clipboardEvents({ isReadOnly, copy, remove, paste }: ClipboardUse) {
  /** Puts the selection on the clipboard; whether there was anything. */
  const take = (event: ClipboardEvent): boolean => {
    const text = isElsewhere(event) ? undefined : copy();
    if (text === undefined) return false;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void take(event),
    onCut: (event: ClipboardEvent) => {
      if (!isReadOnly() && take(event)) remove();
    },
    onPaste: (event: ClipboardEvent) => {
      if (isElsewhere(event) || isReadOnly()) return;
      event.preventDefault();
      tell(paste(event.clipboardData.getData("text/plain")));
    },
  };
}
