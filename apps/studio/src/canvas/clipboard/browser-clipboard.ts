import { notifications } from "@mantine/notifications";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { removeElements } from "../actions/change-elements.ts";
import { copyAsText, pasteText } from "../actions/paste-text.ts";
import { type Drawing, selectedElement, selectionOf } from "../drawing.ts";
import type { OpenCanvas } from "../open-canvas.ts";

const { faults } = canvasMessages;

/** Says why something did not happen; nothing for nothing. */
export function tell(fault: string | undefined): void {
  if (fault !== undefined) notifications.show({ color: "red", message: fault });
}

/** Where a paste goes: into the selected loop, else where the pointer is. */
export function pastePlace({ drawing, view }: OpenCanvas) {
  const element = selectedElement(drawing);
  const isLoop = element !== undefined && drawing.project.catalog.find(element.kind)?.hasBody === true;
  return isLoop
    ? { parent: element.id, at: { x: 40, y: 80 } }
    : { parent: drawing.microflow, at: view.pointer() };
}

/**
 * Copies the selection where no key was pressed that the browser itself answers: from a menu, from the palette. Gives
 * whether it is on the clipboard.
 */
export async function copySelection(drawing: Drawing): Promise<boolean> {
  const text = copyAsText(drawing, selectionOf(drawing));
  if (text === undefined) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    tell(faults.noClipboardToCopy);
    return false;
  }
}

/** Cuts the selection; it stays where the clipboard did not take it. */
export async function cutSelection(drawing: Drawing): Promise<void> {
  const ids = selectionOf(drawing);
  if (await copySelection(drawing)) removeElements(drawing, ids);
}

/** Pastes where no key was pressed that the browser itself answers. */
export async function pasteFromClipboard(canvas: OpenCanvas): Promise<void> {
  const place = pastePlace(canvas);
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    return tell(faults.noClipboardToPaste);
  }
  tell(pasteText(canvas.drawing, text, place));
}
