import type { KeyboardEvent } from "react";
import type { CanvasEditing } from "./canvas-editing.ts";
import { directionOf } from "./neighbour.ts";

/** A key that means something on the canvas. */
export interface CanvasKey {
  /** As `Ctrl+Delete`; Ctrl is Command on a Mac. */
  readonly keys: readonly string[];
  readonly label: string;
  /** `false` when it means nothing now: the browser's own meaning stays. */
  readonly run: (editing: CanvasEditing) => boolean | void;
}

/** All keys of the canvas (reference peers.md, "Shortcuts to ship"); arrows are apart. */
export const canvasKeys: readonly CanvasKey[] = [
  { keys: ["Enter"], label: "Open the dialog", run: (editing) => editing.open() },
  { keys: ["F2"], label: "Rename the result", run: (editing) => editing.renameResult() },
  { keys: ["Shift+F2"], label: "Write a caption", run: (editing) => editing.writeCaption() },
  { keys: ["Delete", "Backspace"], label: "Delete", run: (editing) => editing.remove() },
  {
    keys: ["Ctrl+Delete", "Ctrl+Backspace"],
    label: "Delete and reconnect",
    run: (editing) => editing.remove({ reconnect: true }),
  },
  { keys: ["Ctrl+D"], label: "Duplicate", run: (editing) => editing.duplicate() },
  { keys: ["Ctrl+A"], label: "Select all", run: (editing) => editing.selectAll() },
  { keys: ["Escape"], label: "Select nothing", run: (editing) => editing.selectNothing() },
  { keys: ["Home"], label: "Go to the start", run: (editing) => editing.goToStart() },
  { keys: ["End"], label: "Go to the end", run: (editing) => editing.goToEnd() },
  { keys: ["Tab"], label: "Go into the loop", run: (editing) => editing.enterLoop() },
  { keys: ["Shift+Tab"], label: "Go out of the loop", run: (editing) => editing.leaveLoop() },
  { keys: ["+", "Insert"], label: "Insert an activity behind", run: (editing) => editing.insertBehind() },
  { keys: ["Ctrl+=", "Ctrl++"], label: "Zoom in", run: (editing) => editing.zoom(1.2) },
  { keys: ["Ctrl+-"], label: "Zoom out", run: (editing) => editing.zoom(1 / 1.2) },
  { keys: ["0", "Ctrl+0"], label: "Show all", run: (editing) => editing.fit() },
  { keys: ["1"], label: "Show at full size", run: (editing) => editing.zoom("full") },
];

const byKey = new Map(canvasKeys.flatMap((row) => row.keys.map((key) => [key, row] as const)));

function nameOf(event: KeyboardEvent): string {
  const isControl = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // `+` is typed with Shift on many keyboards; there Shift says nothing.
  const isShift = event.shiftKey && key.length > 1;
  return `${isControl ? "Ctrl+" : ""}${isShift ? "Shift+" : ""}${key}`;
}

/** Does what a key means; whether it meant something. */
export function pressCanvasKey(editing: CanvasEditing, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const direction = directionOf(event.key);
  if (direction && (event.ctrlKey || event.metaKey)) return editing.move(direction);
  if (direction) return editing.goTo(direction, { extends: event.shiftKey });
  const row = byKey.get(nameOf(event));
  return row !== undefined && row.run(editing) !== false;
}
