import type { ElementRecord, SequenceFlowRecord } from "@rivulet/model";
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerDownLeft,
  EyeOff,
  Pencil,
  Plus,
  Scan,
  Scissors,
  SquarePen,
  Trash2,
  Unlink,
} from "lucide-react";
import { decisionOfFlow, takeOutcome } from "../dialogs/flow-properties.tsx";
import type { StudioProject } from "../project/studio-project.ts";
import type { CanvasActions } from "./canvas-actions.ts";
import type { CanvasEditing } from "./canvas-editing.ts";
import type { MenuEntry } from "./context-menu.tsx";
import type { Arrangement } from "./editing/arrange.ts";
import { endsOf, setReturnValue, variableOf } from "./return-value.ts";
import { captionOf } from "./subtitle.ts";

/** What the menus of the canvas do. */
export interface MenuParts {
  readonly project: StudioProject;
  readonly actions: CanvasActions;
  readonly editing: CanvasEditing;
  readonly onPaste: () => void;
  readonly onCopy: () => void;
}

/** `Set $X as return value`; with several end events, one line for each and one for all. */
function returnEntries({ project, editing }: MenuParts, element: ElementRecord): MenuEntry[] {
  const { microflow } = editing;
  const variable = variableOf(project, microflow, element);
  if (!variable) return [];
  const ends = endsOf(project, microflow);
  const label = `Set $${variable.name} as return value`;
  const entry = (text: string, chosen: readonly ElementRecord[]): MenuEntry => ({
    label: text,
    icon: CornerDownLeft,
    isDisabled: chosen.length === 0,
    run: () => setReturnValue(project, microflow, { element, ends: chosen }),
  });
  if (ends.length < 2) return [entry(label, ends)];
  const caption = (end: ElementRecord, at: number) => end.caption ?? `${captionOf(undefined, end)} ${at + 1}`;
  return [
    entry(`${label} everywhere`, ends),
    ...ends.map((end, at) => entry(`${label} of “${caption(end, at)}”`, [end])),
  ];
}

const copyEntries = ({ actions, editing, onCopy }: MenuParts): MenuEntry[] => [
  { label: "Copy", icon: Copy, shortcut: "Ctrl+C", beginsGroup: true, run: onCopy },
  {
    label: "Cut",
    icon: Scissors,
    shortcut: "Ctrl+X",
    run: () => {
      onCopy();
      actions.remove(editing.selected);
    },
  },
  { label: "Duplicate", icon: CopyPlus, shortcut: "Ctrl+D", run: () => editing.duplicate() },
];

const deleteEntries = ({ editing }: MenuParts): MenuEntry[] => [
  {
    label: "Delete and reconnect",
    icon: Unlink,
    shortcut: "Ctrl+Del",
    beginsGroup: true,
    run: () => editing.remove({ reconnect: true }),
  },
  { label: "Delete", icon: Trash2, shortcut: "Del", isDangerous: true, run: () => editing.remove() },
];

/** The menu of one element. */
export function elementMenu(parts: MenuParts, element: ElementRecord): MenuEntry[] {
  const { project, editing, actions } = parts;
  const definition = project.catalog.find(element.kind);
  const canRename = variableOf(project, editing.microflow, element) !== undefined;
  const leaves = definition?.outcomes.kind ?? "next";
  const isStart = element.kind === "start";
  return [
    { label: "Edit", icon: Pencil, shortcut: "Enter", run: () => void editing.open() },
    ...(canRename
      ? [{ label: "Rename result", icon: SquarePen, shortcut: "F2", run: () => void editing.renameResult() }]
      : []),
    ...returnEntries(parts, element),
    ...(leaves === "next" || leaves === "byExpression"
      ? [{ label: "Insert behind", icon: Plus, shortcut: "+", run: () => void editing.insertBehind() }]
      : []),
    ...(leaves === "next" && !isStart
      ? [
          {
            label: element.isDisabled ? "Enable" : "Disable",
            icon: EyeOff,
            run: () => actions.setDisabled([element.id], !element.isDisabled),
          },
        ]
      : []),
    ...(isStart ? [] : [...copyEntries(parts), ...deleteEntries(parts)]),
  ];
}

const arrangements: readonly (readonly [Arrangement, string, MenuEntry["icon"]])[] = [
  ["left", "Align left", AlignStartVertical],
  ["centre", "Align centres", AlignCenterVertical],
  ["top", "Align top", AlignStartHorizontal],
  ["middle", "Align middles", AlignCenterHorizontal],
  ["across", "Distribute across", AlignHorizontalDistributeCenter],
  ["down", "Distribute down", AlignVerticalDistributeCenter],
];

/** The menu of several elements. */
export function selectionMenu(parts: MenuParts): MenuEntry[] {
  const { actions, editing } = parts;
  return [
    ...arrangements.map(([arrangement, label, icon]) => ({
      label,
      ...(icon ? { icon } : {}),
      run: () => actions.arrange(editing.selected, arrangement),
    })),
    ...copyEntries(parts),
    ...deleteEntries(parts),
  ];
}

/** The menu of a sequence flow: what it is for, and what can be done with it. */
export function flowMenu({ project, actions, editing }: MenuParts, flow: SequenceFlowRecord): MenuEntry[] {
  const decision = decisionOfFlow(project, flow);
  const outcomes = decision?.outcomes ?? [];
  return [
    ...outcomes.map(({ name, caption }) => {
      const isTaken = flow.outcomes?.includes(name) ?? false;
      return {
        label: `${isTaken ? "✓ " : ""}${caption}`,
        run: () => takeOutcome(project, flow, { outcome: name, isTaken: !isTaken }),
      };
    }),
    {
      label: "Insert an activity",
      icon: Plus,
      shortcut: "+",
      beginsGroup: outcomes.length > 0,
      run: () => void editing.insertBehind(),
    },
    {
      label: "Delete",
      icon: Trash2,
      shortcut: "Del",
      isDangerous: true,
      run: () => actions.remove([flow.id]),
    },
  ];
}

/** The menu of the empty canvas. */
export function canvasMenu({ editing, onPaste }: MenuParts, onAdd: () => void): MenuEntry[] {
  return [
    { label: "Add an activity", icon: Plus, run: onAdd },
    { label: "Paste", icon: ClipboardPaste, shortcut: "Ctrl+V", run: onPaste },
    { label: "Select all", shortcut: "Ctrl+A", beginsGroup: true, run: () => editing.selectAll() },
    { label: "Show all", icon: Scan, shortcut: "0", run: () => editing.fit() },
  ];
}
