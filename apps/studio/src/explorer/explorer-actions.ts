import { unreachable } from "@rivulet/values";
import { useMemo } from "react";
import { addToFrontCanvas } from "../canvas/insertion.ts";
import { focusEditor } from "../workspace/focus-editor.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import type { ExplorerNode } from "./explorer-tree.ts";

/** What can be renamed and deleted, by the id that dialogs know it by; nothing of a connector. */
export function editableId(node: ExplorerNode): string | undefined {
  if (node.isReadOnly) return undefined;
  switch (node.kind) {
    case "module":
      return node.module;
    case "folder":
      return node.folder;
    case "document":
      return node.record;
    case "entity":
      return node.entity;
    case "activity":
      return undefined;
    default:
      return unreachable(node);
  }
}

/** What one can do with a row of the explorer. Each tells whether there was something to do. */
export interface ExplorerActions {
  /** Opens the document, shows the entity in its domain model, or adds the activity to the microflow in front. */
  readonly open: (node: ExplorerNode) => boolean;
  readonly rename: (node: ExplorerNode) => boolean;
  readonly remove: (node: ExplorerNode) => boolean;
}

function openNode(node: ExplorerNode): boolean {
  if (node.kind === "document") {
    workspace.getState().open(node.target);
    focusEditor();
  } else if (node.kind === "entity") {
    const target = { kind: "domainModel", module: node.module } as const;
    workspace.getState().goTo({ target, records: [node.entity] });
    focusEditor();
  } else if (node.kind === "activity") addToFrontCanvas(node.activity.kind);
  else return false;
  return true;
}

function ask(kind: "rename" | "delete", node: ExplorerNode): boolean {
  const id = editableId(node);
  if (id === undefined) return false;
  openDialog({ kind, id });
  return true;
}

/** What one can do with a row of the explorer. */
export function useExplorerActions(): ExplorerActions {
  return useMemo(
    () => ({ open: openNode, rename: (node) => ask("rename", node), remove: (node) => ask("delete", node) }),
    [],
  );
}
