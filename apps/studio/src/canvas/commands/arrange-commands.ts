import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
  Workflow,
} from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { arrangeElements, tidyUp } from "../actions/change-elements.ts";
import { type Drawing, selectedElements, selectionOf } from "../drawing.ts";
import type { Arrangement } from "../editing/arrange.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels, synonyms } = canvasMessages;

/** In the order of menus. */
const icons: Readonly<Record<Arrangement, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalDistributeCenter,
  down: AlignVerticalDistributeCenter,
};

/** Elements can be brought into line when there are several and they are in one microflow or one loop. */
function canArrange(drawing: Drawing): boolean {
  const [first, ...others] = selectedElements(drawing);
  return first !== undefined && others.length > 0 && others.every(({ parent }) => parent === first.parent);
}

/** Placing everything anew. */
const tidyCommand: CanvasCommand = {
  id: "canvas.tidy",
  label: labels.tidy,
  icon: Workflow,
  shortcuts: ["T"],
  synonyms: synonyms.tidy,
  isChange: true,
  isEnabled: ({ project, microflow }) =>
    project.index.children(microflow).some(({ type }) => type === "sequenceFlow"),
  run: ({ drawing }) => tidyUp(drawing),
};

/** Aligning and distributing, and placing everything anew. */
export const arrangeCommands: readonly CanvasCommand[] = [
  tidyCommand,
  ...(Object.keys(icons) as Arrangement[]).map((arrangement) => ({
    id: `canvas.arrange:${arrangement}`,
    label: labels.arrange(arrangement),
    icon: icons[arrangement],
    shortcuts: [],
    synonyms: synonyms.arrange,
    isChange: true,
    isEnabled: canArrange,
    run: ({ drawing }: OpenCanvas) => arrangeElements(drawing, selectionOf(drawing), arrangement),
  })),
];
