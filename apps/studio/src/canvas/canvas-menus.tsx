import { ContextMenu, type MenuEntry } from "./context-menu.tsx";
import { canvasMenu, elementMenu, flowMenu, type MenuParts, selectionMenu } from "./element-menu.ts";
import type { Point } from "./geometry.ts";

/** A menu that was asked for: on the canvas, or on a record. */
export interface MenuRequest {
  readonly at: Point;
  readonly record: string | undefined;
}

function entriesFor({ record }: MenuRequest, parts: MenuParts, onAdd: () => void): MenuEntry[] {
  const found = record === undefined ? undefined : parts.project.record(record);
  if (!found) return canvasMenu(parts, onAdd);
  if (parts.editing.selected.length > 1) return selectionMenu(parts);
  if (found.type === "element") return elementMenu(parts, found);
  return found.type === "sequenceFlow" ? flowMenu(parts, found) : [];
}

/** The menu of what was clicked with the right button. */
export function CanvasMenus(props: {
  request: MenuRequest;
  parts: MenuParts;
  onAdd: () => void;
  onClose: () => void;
}) {
  const entries = entriesFor(props.request, props.parts, props.onAdd);
  if (entries.length === 0) return null;
  return <ContextMenu at={props.request.at} entries={entries} onClose={props.onClose} />;
}
