import { ListPlus, LogIn, LogOut, SquareMenu, Workflow } from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { moveElementsBy } from "../actions/change-elements.ts";
import { type Drawing, select, selectedElement, selectedElements, selectionOf } from "../drawing.ts";
import {
  canEnterLoop,
  canGoToFlow,
  canLeaveLoop,
  enterLoop,
  goToEnd,
  goToFlow,
  goToNeighbour,
  goToStart,
  leaveLoop,
} from "../navigation.ts";
import { type Direction, unitOf } from "../neighbour.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { placedElements } from "../placed-elements.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels, synonyms } = canvasMessages;

const hasSelection = (drawing: Drawing) => selectionOf(drawing).length > 0;
const isLoopSelected = (drawing: Drawing) => {
  const element = selectedElement(drawing);
  return element !== undefined && drawing.project.catalog.find(element.kind)?.hasBody === true;
};
const hasElements = (drawing: Drawing) => selectedElements(drawing).length > 0;

/** Choosing elements and going from one to the next. */
export const selectCommands: readonly CanvasCommand[] = [
  {
    id: "canvas.selectAll",
    label: labels.selectAll,
    shortcuts: ["Ctrl+A"],
    run: ({ drawing }) =>
      select(
        drawing,
        placedElements(drawing.project.index, drawing.microflow).map(({ id }) => id),
      ),
  },
  {
    id: "canvas.selectNothing",
    label: labels.selectNothing,
    shortcuts: ["Esc"],
    browserKey: "otherwise",
    isEnabled: hasSelection,
    run: ({ drawing }) => select(drawing, []),
  },
  { id: "canvas.goToStart", label: labels.goToStart, shortcuts: ["Home"], run: goToStart },
  { id: "canvas.goToEnd", label: labels.goToEnd, shortcuts: ["End"], run: goToEnd },
  {
    id: "canvas.enterLoop",
    label: labels.enterLoop,
    icon: LogIn,
    shortcuts: ["Tab"],
    browserKey: "otherwise",
    isEnabled: canEnterLoop,
    run: enterLoop,
  },
  {
    id: "canvas.insertInside",
    label: labels.insertInside,
    icon: ListPlus,
    shortcuts: ["Ctrl+Enter"],
    isChange: true,
    isEnabled: isLoopSelected,
    run: ({ drawing, view }) => view.openQuickAdd({ kind: "loop", loop: selectedElement(drawing)?.id ?? "" }),
  },
  {
    id: "canvas.goToFlow",
    label: labels.goToFlow,
    icon: Workflow,
    shortcuts: ["F"],
    synonyms: synonyms.goToFlow,
    isEnabled: canGoToFlow,
    run: goToFlow,
  },
  {
    id: "canvas.menu",
    label: labels.menu,
    icon: SquareMenu,
    shortcuts: ["Shift+F10", "ContextMenu"],
    synonyms: synonyms.menu,
    run: ({ drawing, view }) => view.openMenu(selectionOf(drawing)[0]),
  },
  {
    id: "canvas.leaveLoop",
    label: labels.leaveLoop,
    icon: LogOut,
    shortcuts: ["Shift+Tab"],
    browserKey: "otherwise",
    isEnabled: canLeaveLoop,
    run: leaveLoop,
  },
];

const directions = Object.entries(unitOf) as [Direction, (typeof unitOf)[Direction]][];
const arrows: Readonly<Record<Direction, string>> = { left: "Left", right: "Right", up: "Up", down: "Down" };
/** How far the keys move an element. */
const step = 20;

/** What the arrow keys do: alone, with Shift, with Ctrl. */
export const arrowCommands: readonly CanvasCommand[] = [
  ...directions.map(([direction]) => ({
    id: `canvas.go:${direction}`,
    label: labels.go(direction),
    shortcuts: [arrows[direction]],
    run: (canvas: OpenCanvas) => goToNeighbour(canvas, direction),
  })),
  ...directions.map(([direction]) => ({
    id: `canvas.extend:${direction}`,
    label: labels.extend(direction),
    shortcuts: [`Shift+${arrows[direction]}`],
    run: (canvas: OpenCanvas) => goToNeighbour(canvas, direction, { extendsSelection: true }),
  })),
  ...directions.map(([direction, { x, y }]) => ({
    id: `canvas.move:${direction}`,
    label: labels.move(direction),
    shortcuts: [`Ctrl+${arrows[direction]}`],
    isChange: true,
    isEnabled: hasElements,
    run: ({ drawing }: OpenCanvas) =>
      moveElementsBy(drawing, selectionOf(drawing), { x: x * step, y: y * step }),
  })),
];
