import { EyeOff, Pencil, Plus, Spline, SquarePen, TextCursorInput, Trash2, Unlink, Zap } from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { removeElements, setDisabled } from "../actions/change-elements.ts";
import { canHaveHandler, toggleErrorHandler } from "../actions/handle-errors.ts";
import { type Drawing, selectedElement, selectedElements, selectedFlow, selectionOf } from "../drawing.ts";
import { isCustom } from "../editing/error-handling.ts";
import { insertBehind, placeBehind } from "../insertion.ts";
import { variableOf } from "../return-value.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels, synonyms } = canvasMessages;

const hasSelection = (drawing: Drawing) => selectionOf(drawing).length > 0;
const hasElements = (drawing: Drawing) => selectedElements(drawing).length > 0;
const hasElement = (drawing: Drawing) => selectedElement(drawing) !== undefined;
const hasResult = (drawing: Drawing) => {
  const element = selectedElement(drawing);
  return element !== undefined && variableOf(drawing.project, drawing.microflow, element) !== undefined;
};
/** What a flow can leave. */
const canConnect = (drawing: Drawing) => {
  const element = selectedElement(drawing);
  const leaves = element && drawing.project.catalog.find(element.kind)?.outcomes.kind;
  return leaves === "next" || leaves === "byExpression";
};
/** What a run can pass over: activities, not the start, an end or a decision. */
const canBeDisabled = (drawing: Drawing) =>
  selectedElements(drawing).filter(
    ({ kind }) => kind !== "start" && drawing.project.catalog.find(kind)?.outcomes.kind === "next",
  );
const areDisabled = (drawing: Drawing) =>
  canBeDisabled(drawing).every(({ isDisabled }) => isDisabled === true);

/** Changing what is selected, and adding behind it. */
export const editCommands: readonly CanvasCommand[] = [
  {
    id: "canvas.edit",
    label: labels.edit,
    icon: Pencil,
    shortcuts: ["Enter"],
    isEnabled: (drawing) => hasElement(drawing) || selectedFlow(drawing) !== undefined,
    run: (canvas) => {
      const element = selectedElement(canvas.drawing);
      if (element) canvas.view.openDialog(element.id);
      else insertBehind(canvas);
    },
  },
  {
    id: "canvas.insert",
    label: labels.insert,
    icon: Plus,
    shortcuts: ["+", "Insert"],
    synonyms: synonyms.insert,
    isChange: true,
    isEnabled: (drawing) => placeBehind(drawing) !== undefined,
    run: insertBehind,
  },
  {
    id: "canvas.toggleErrorHandler",
    label: labels.addErrorHandler,
    currentLabel: (drawing) =>
      isCustom(selectedElement(drawing)?.errorHandling) ? labels.removeErrorHandler : labels.addErrorHandler,
    icon: Zap,
    shortcuts: ["E"],
    synonyms: synonyms.errorHandler,
    isChange: true,
    isEnabled: (drawing) => {
      const element = selectedElement(drawing);
      return element !== undefined && canHaveHandler(drawing.project, element);
    },
    run: ({ drawing }) => {
      const element = selectedElement(drawing);
      if (element) toggleErrorHandler(drawing, element);
    },
  },
  {
    id: "canvas.connect",
    label: labels.connect,
    icon: Spline,
    shortcuts: ["C"],
    synonyms: synonyms.connect,
    isChange: true,
    isEnabled: canConnect,
    run: ({ drawing, view }) => view.openConnect(selectedElement(drawing)?.id ?? ""),
  },
  {
    id: "canvas.renameResult",
    label: labels.renameResult,
    icon: SquarePen,
    shortcuts: ["F2"],
    isChange: true,
    isEnabled: hasResult,
    run: ({ drawing, view }) => view.openRename(selectedElement(drawing)?.id ?? "", "variable"),
  },
  {
    id: "canvas.writeCaption",
    label: labels.writeCaption,
    icon: TextCursorInput,
    shortcuts: ["Shift+F2"],
    isChange: true,
    isEnabled: hasElement,
    run: ({ drawing, view }) => view.openRename(selectedElement(drawing)?.id ?? "", "caption"),
  },
  {
    id: "canvas.remove",
    label: labels.remove,
    icon: Trash2,
    shortcuts: ["Del", "Backspace"],
    isDangerous: true,
    isChange: true,
    isEnabled: hasSelection,
    run: ({ drawing }) => removeElements(drawing, selectionOf(drawing)),
  },
  {
    id: "canvas.removeAndReconnect",
    label: labels.removeAndReconnect,
    icon: Unlink,
    shortcuts: ["Ctrl+Del", "Ctrl+Backspace"],
    isChange: true,
    isEnabled: hasElements,
    run: ({ drawing }) => removeElements(drawing, selectionOf(drawing), { reconnect: true }),
  },
  {
    id: "canvas.toggleDisabled",
    label: labels.disable,
    currentLabel: (drawing) => (areDisabled(drawing) ? labels.enable : labels.disable),
    icon: EyeOff,
    shortcuts: ["Ctrl+/"],
    synonyms: synonyms.disable,
    isChange: true,
    isEnabled: (drawing) => canBeDisabled(drawing).length > 0,
    run: ({ drawing }) => {
      const ids = canBeDisabled(drawing).map(({ id }) => id);
      setDisabled(drawing, ids, !areDisabled(drawing));
    },
  },
];
