import { useMemo } from "react";
import { clipboardEvents } from "../../clipboard/clipboard-events.ts";
import { removeElements } from "../actions/change-elements.ts";
import { copyAsText, pasteText } from "../actions/paste-text.ts";
import { isReadOnly, selectionOf } from "../drawing.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { pastePlace } from "./browser-clipboard.ts";

/** Copying, cutting and pasting by the keys of the browser, which lets these events use the clipboard unasked. */
export function useClipboardEvents(canvas: OpenCanvas) {
  return useMemo(() => {
    const { drawing } = canvas;
    return clipboardEvents({
      isReadOnly: () => isReadOnly(drawing),
      copy: () => copyAsText(drawing, selectionOf(drawing)),
      remove: () => removeElements(drawing, selectionOf(drawing)),
      paste: (text) => pasteText(drawing, text, pastePlace(canvas, text)),
    });
  }, [canvas]);
}
