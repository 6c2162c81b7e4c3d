import { notifications } from "@mantine/notifications";
import { clipboardMessages } from "../messages/clipboard-messages.ts";

/*
 * The clipboard where no key was pressed that the browser itself answers: from a menu, from the palette. A browser may
 * refuse that, and then the keys are told.
 */

/** Says why something did not happen; nothing for nothing. */
export function tell(fault: string | undefined): void {
  if (fault !== undefined) notifications.show({ color: "red", message: fault });
}

/** Puts text on the clipboard; gives whether it is there. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    tell(clipboardMessages.noClipboardToCopy);
    return false;
  }
}

/** The text on the clipboard; `undefined` where the browser does not give it. */
export async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    tell(clipboardMessages.noClipboardToPaste);
    return undefined;
  }
}
