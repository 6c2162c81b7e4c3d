import { ClipboardPaste, Copy, CopyPlus, Scissors } from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { copyAsText, duplicateElements } from "../actions/paste-text.ts";
import { copySelection, cutSelection, pasteFromClipboard } from "../clipboard/browser-clipboard.ts";
import { type Drawing, selectionOf } from "../drawing.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels } = canvasMessages;

const hasCopyable = (drawing: Drawing) => copyAsText(drawing, selectionOf(drawing)) !== undefined;

/** Copying and pasting; the keys are answered by the events of the browser, which may use the clipboard unasked. */
export const clipboardCommands: readonly CanvasCommand[] = [
  {
    id: "canvas.copy",
    label: labels.copy,
    icon: Copy,
    shortcuts: ["Ctrl+C"],
    browserKey: "always",
    isEnabled: hasCopyable,
    run: ({ drawing }) => void copySelection(drawing),
  },
  {
    id: "canvas.cut",
    label: labels.cut,
    icon: Scissors,
    shortcuts: ["Ctrl+X"],
    browserKey: "always",
    isChange: true,
    isEnabled: hasCopyable,
    run: ({ drawing }) => void cutSelection(drawing),
  },
  {
    id: "canvas.paste",
    label: labels.paste,
    icon: ClipboardPaste,
    shortcuts: ["Ctrl+V"],
    browserKey: "always",
    isChange: true,
    run: (canvas) => void pasteFromClipboard(canvas),
  },
  {
    id: "canvas.duplicate",
    label: labels.duplicate,
    icon: CopyPlus,
    shortcuts: ["Ctrl+D"],
    isChange: true,
    isEnabled: hasCopyable,
    run: ({ drawing }) => duplicateElements(drawing, selectionOf(drawing)),
  },
];
