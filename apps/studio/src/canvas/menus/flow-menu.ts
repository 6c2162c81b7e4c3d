import type { SequenceFlowRecord } from "@rivulet/model";
import type { CommandTable } from "../../commands/command-table.ts";
import { decisionOfFlow, takeOutcome } from "../../dialogs/flow-properties.tsx";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import type { MenuEntry } from "../context-menu.tsx";
import { type Drawing, isReadOnly } from "../drawing.ts";
import { commandEntries } from "./command-entries.ts";

/** The menu of a sequence flow, which is the selection: its outcomes, and what can be done with it. */
export function flowMenu(
  table: CommandTable,
  { project, microflow }: Drawing,
  flow: SequenceFlowRecord,
): MenuEntry[] {
  const outcomes = isReadOnly({ project, microflow }) ? [] : (decisionOfFlow(project, flow)?.outcomes ?? []);
  return [
    ...outcomes.map(({ name, caption }) => {
      const isTaken = flow.outcomes?.includes(name) ?? false;
      return {
        label: isTaken ? canvasMessages.takenOutcome(caption) : caption,
        run: () => takeOutcome(project, flow, { outcome: name, isTaken: !isTaken }),
      };
    }),
    ...commandEntries(table, [["canvas.insert", "canvas.remove"]]),
  ];
}
