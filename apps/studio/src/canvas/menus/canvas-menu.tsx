import { Plus } from "lucide-react";
import type { CommandTable } from "../../commands/command-table.ts";
import { useCommands } from "../../commands/use-commands.tsx";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { ContextMenu, type MenuEntry } from "../context-menu.tsx";
import { isReadOnly, selectionOf } from "../drawing.ts";
import type { Point } from "../geometry.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { commandEntries } from "./command-entries.ts";
import { elementMenu, selectionMenu } from "./element-menu.ts";
import { flowMenu } from "./flow-menu.ts";

/** A menu that was asked for: on the canvas, or on a record. */
export interface MenuRequest {
  readonly at: Point;
  readonly record: string | undefined;
}

interface CanvasMenuProps {
  readonly canvas: OpenCanvas;
  readonly request: MenuRequest;
  /** Asks for a new activity where the menu was opened. */
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

function emptyCanvasMenu(table: CommandTable, { canvas, onAdd }: CanvasMenuProps): MenuEntry[] {
  const add = { label: canvasMessages.addHere, icon: Plus, run: onAdd };
  return [
    ...(isReadOnly(canvas.drawing) ? [] : [add]),
    ...commandEntries(table, [
      ["canvas.paste"],
      ["canvas.selectAll", "canvas.tidy", "canvas.fit", "canvas.minimap"],
      ["exportFlow", "canvas.exportSvg", "canvas.exportPng"],
    ]),
  ];
}

function entriesOf(table: CommandTable, props: CanvasMenuProps): MenuEntry[] {
  const { canvas } = props;
  const { drawing } = canvas;
  const { record } = props.request;
  const found = record === undefined ? undefined : drawing.project.record(record);
  if (!found) return emptyCanvasMenu(table, props);
  if (selectionOf(drawing).length > 1) return selectionMenu(table);
  if (found.type === "element") return elementMenu(table, canvas, found);
  if (found.type === "sequenceFlow") return flowMenu(table, drawing, found);
  return commandEntries(table, [["canvas.remove"]]);
}

/** The menu of what was clicked with the right button. */
export function CanvasMenu(props: CanvasMenuProps) {
  const entries = entriesOf(useCommands(), props);
  if (entries.length === 0) return null;
  return <ContextMenu at={props.request.at} entries={entries} onClose={props.onClose} />;
}
