import { readClipboard, tell, writeClipboard } from "../../clipboard/system-clipboard.ts";
import { removeElements } from "../actions/change-elements.ts";
import { copyAsText, type PastePlace, pasteText } from "../actions/paste-text.ts";
import { type Drawing, selectedElement, selectionOf } from "../drawing.ts";
import type { OpenCanvas } from "../open-canvas.ts";

/** Where a paste goes: into the selected loop, unless that is what was copied; else where the pointer is. */
export function pastePlace({ drawing, view }: OpenCanvas, text: string): PastePlace {
  const element = selectedElement(drawing);
  const isLoop = element !== undefined && drawing.project.catalog.find(element.kind)?.hasBody === true;
  return isLoop && !text.includes(JSON.stringify(element.id))
    ? { parent: element.id, at: { x: 40, y: 80 } }
    : { parent: drawing.microflow, at: view.pointer() };
}

/**
 * Copies the selection where no key was pressed that the browser itself answers: from a menu, from the palette. Gives
 * whether it is on the clipboard.
 */
export async function copySelection(drawing: Drawing): Promise<boolean> {
  const text = copyAsText(drawing, selectionOf(drawing));
  return text !== undefined && writeClipboard(text);
}

/** Cuts the selection; it stays where the clipboard did not take it. */
export async function cutSelection(drawing: Drawing): Promise<void> {
  const ids = selectionOf(drawing);
  if (await copySelection(drawing)) removeElements(drawing, ids);
}

/** Pastes where no key was pressed that the browser itself answers. */
export async function pasteFromClipboard(canvas: OpenCanvas): Promise<void> {
  const text = await readClipboard();
  if (text !== undefined) tell(pasteText(canvas.drawing, text, pastePlace(canvas, text)));
}
