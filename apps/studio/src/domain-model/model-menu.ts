import { Pencil, Plus, Trash2, Workflow } from "lucide-react";
import type { MenuEntry } from "../canvas/context-menu.tsx";
import type { Point } from "../canvas/geometry.ts";
import { domainModelCommandMessages } from "../messages/domain-model-command-messages.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import type { ModelActions } from "./model-actions.ts";

/** A menu that was asked for: on the canvas, or on something. */
export interface ModelMenu {
  readonly screen: Point;
  readonly canvas: Point;
  readonly record: string | undefined;
}

/** The lines of a menu of the domain model. */
export function modelMenuEntries({ record, canvas }: ModelMenu, actions: ModelActions): readonly MenuEntry[] {
  const { isReadOnly } = actions;
  if (record === undefined)
    return [
      {
        label: domainModelCommandMessages.add,
        icon: Plus,
        shortcut: "Insert",
        isDisabled: isReadOnly,
        run: () => actions.add(canvas),
      },
      {
        label: domainModelCommandMessages.tidy,
        icon: Workflow,
        shortcut: "T",
        isDisabled: isReadOnly,
        run: actions.tidy,
      },
    ];
  const open: MenuEntry = {
    label: isReadOnly ? domainModelMessages.show : domainModelMessages.edit,
    icon: Pencil,
    shortcut: "Enter",
    run: () => actions.open(record),
  };
  if (isReadOnly) return [open];
  const remove: MenuEntry = {
    label: domainModelMessages.delete,
    icon: Trash2,
    shortcut: "Del",
    isDangerous: true,
    beginsGroup: true,
    run: () => actions.remove([record]),
  };
  return [open, remove];
}
