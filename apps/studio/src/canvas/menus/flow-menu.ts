import type { SequenceFlowRecord } from "@rivulet/model";
import { Zap } from "lucide-react";
import type { CommandTable } from "../../commands/command-table.ts";
import { outcomesOfFlow, takeOutcome } from "../../dialogs/flow-outcomes.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { canHaveHandler, markErrorHandler } from "../actions/handle-errors.ts";
import type { MenuEntry } from "../context-menu.tsx";
import { type Drawing, isReadOnly } from "../drawing.ts";
import { commandEntries } from "./command-entries.ts";

/** `Set as error handler`, where what the flow leaves may have one. */
function errorHandlerEntry({ project }: Drawing, flow: SequenceFlowRecord): MenuEntry[] {
  const source = project.record(flow.from);
  if (source?.type !== "element" || !canHaveHandler(project, source)) return [];
  const isErrorHandler = flow.isErrorHandler ?? false;
  return [
    {
      label: isErrorHandler ? canvasMessages.unsetErrorHandler : canvasMessages.setErrorHandler,
      icon: Zap,
      run: () => markErrorHandler(project, flow.id, !isErrorHandler),
    },
  ];
}

/** The menu of a sequence flow, which is the selection: its outcomes, and what can be done with it. */
export function flowMenu(table: CommandTable, drawing: Drawing, flow: SequenceFlowRecord): MenuEntry[] {
  const { project } = drawing;
  const outcomes = isReadOnly(drawing) ? [] : (outcomesOfFlow(project, flow)?.outcomes ?? []);
  return [
    ...outcomes.map(({ name, caption }) => {
      const isTaken = flow.outcomes?.includes(name) ?? false;
      return {
        label: isTaken ? canvasMessages.takenOutcome(caption) : caption,
        run: () => takeOutcome(project, flow, { outcome: name, isTaken: !isTaken }),
      };
    }),
    ...(isReadOnly(drawing) ? [] : errorHandlerEntry(drawing, flow)),
    ...commandEntries(table, [["canvas.insert", "canvas.remove"]]),
  ];
}
