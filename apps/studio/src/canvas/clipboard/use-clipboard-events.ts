import { type ClipboardEvent, useMemo } from "react";
import { removeElements } from "../actions/change-elements.ts";
import { copyAsText, pasteText } from "../actions/paste-text.ts";
import { isReadOnly, selectionOf } from "../drawing.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { pastePlace, tell } from "./browser-clipboard.ts";

/** What has a clipboard of its own. */
const elsewhere = "input, textarea, select, [contenteditable=true], [role=dialog]";

const isElsewhere = ({ target }: ClipboardEvent) =>
  target instanceof Element && target.closest(elsewhere) !== null;

/** Copying, cutting and pasting by the keys of the browser, which lets these events use the clipboard unasked. */
export function useClipboardEvents(canvas: OpenCanvas) {
  return useMemo(() => {
    const { drawing } = canvas;
    /** Puts the selection on the clipboard; whether there was anything. */
    const copy = (event: ClipboardEvent): boolean => {
      const text = isElsewhere(event) ? undefined : copyAsText(drawing, selectionOf(drawing));
      if (text === undefined) return false;
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
      return true;
    };
    return {
      onCopy: (event: ClipboardEvent) => void copy(event),
      onCut: (event: ClipboardEvent) => {
        if (!isReadOnly(drawing) && copy(event)) removeElements(drawing, selectionOf(drawing));
      },
      onPaste: (event: ClipboardEvent) => {
        if (isElsewhere(event) || isReadOnly(drawing)) return;
        event.preventDefault();
        tell(pasteText(drawing, event.clipboardData.getData("text/plain"), pastePlace(canvas)));
      },
    };
  }, [canvas]);
}
