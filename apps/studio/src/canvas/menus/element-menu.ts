import { captionOf } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import { CornerDownLeft, Split } from "lucide-react";
import type { CommandTable } from "../../commands/command-table.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { sideWaysOf } from "../actions/connect-elements.ts";
import type { MenuEntry } from "../context-menu.tsx";
import { type Drawing, isReadOnly } from "../drawing.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { endsOf, setReturnValue, variableOf } from "../return-value.ts";
import { commandEntries } from "./command-entries.ts";

/** `Set $X as return value`; with several end events, one line for each and one for all. */
function returnEntries({ project, microflow }: Drawing, element: ElementRecord): MenuEntry[] {
  const name = variableOf(project, microflow, element)?.name;
  if (name === undefined) return [];
  const ends = endsOf(project, microflow);
  const entry = (label: string, chosen: readonly ElementRecord[]): MenuEntry => ({
    label,
    icon: CornerDownLeft,
    isDisabled: chosen.length === 0,
    run: () => setReturnValue(project, microflow, { element, ends: chosen }),
  });
  if (ends.length < 2) return [entry(canvasMessages.returnValue(name), ends)];
  const caption = (end: ElementRecord, at: number) =>
    end.caption ?? `${captionOf(project.catalog.find(end.kind), end)} ${at + 1}`;
  return [
    entry(canvasMessages.returnValueEverywhere(name), ends),
    ...ends.map((end, at) => entry(canvasMessages.returnValueOf(name, caption(end, at)), [end])),
  ];
}

const clipboard = ["canvas.copy", "canvas.cut", "canvas.duplicate"];
const removal = ["canvas.removeAndReconnect", "canvas.remove"];
const arrangement = ["left", "centre", "right", "top", "middle", "bottom", "across", "down"].map(
  (way) => `canvas.arrange:${way}`,
);

/** `Lead Condition failed to`: the outcomes that the activity foresees and that are not drawn yet. */
function outcomeEntries({ drawing, view }: OpenCanvas, element: ElementRecord): MenuEntry[] {
  return sideWaysOf(drawing, element)
    .filter((way) => way.kind === "outcome")
    .map((way, position) => ({
      label: canvasMessages.leadOutcome(way.caption),
      icon: Split,
      beginsGroup: position === 0,
      run: () => view.openConnect(element.id, way),
    }));
}

/** The menu of one element, which is the selection. */
export function elementMenu(table: CommandTable, canvas: OpenCanvas, element: ElementRecord): MenuEntry[] {
  const { drawing } = canvas;
  return [
    ...commandEntries(table, [["canvas.edit", "canvas.renameResult", "canvas.writeCaption"]]),
    ...(isReadOnly(drawing) ? [] : returnEntries(drawing, element)),
    ...commandEntries(table, [
      [
        "canvas.insert",
        "canvas.insertInside",
        "canvas.connect",
        "canvas.toggleErrorHandler",
        "canvas.toggleDisabled",
      ],
    ]),
    ...(isReadOnly(drawing) ? [] : outcomeEntries(canvas, element)),
    ...commandEntries(table, [clipboard, removal]),
  ];
}

/** The menu of several elements, which are the selection. */
export function selectionMenu(table: CommandTable): MenuEntry[] {
  return commandEntries(table, [
    [...arrangement, "canvas.tidy"],
    ["canvas.toggleDisabled"],
    clipboard,
    removal,
  ]);
}
