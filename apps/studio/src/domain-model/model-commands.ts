import { BoxSelect, Maximize, Pencil, Plus, Trash2, Workflow, ZoomIn, ZoomOut } from "lucide-react";
import { type Direction, unitOf } from "../canvas/neighbour.ts";
import type { StudioCommand } from "../commands/command.ts";
import { domainModelCommandMessages as texts } from "../messages/domain-model-command-messages.ts";
import { type OpenModel, useFrontModel } from "./open-model.ts";

/** How far an arrow key moves an entity. */
const step = 20;

interface ModelCommand extends Omit<StudioCommand, "group" | "scope" | "run" | "isEnabled"> {
  /** Left out: whenever a domain model is in front. */
  readonly canRun?: (model: OpenModel) => boolean;
  readonly run: (model: OpenModel) => void;
}

const hasSelection = ({ selected }: OpenModel) => selected().length > 0;
const canChange = ({ actions }: OpenModel) => !actions.isReadOnly;

const directions: readonly { readonly key: string; readonly direction: Direction }[] = [
  { key: "Left", direction: "left" },
  { key: "Right", direction: "right" },
  { key: "Up", direction: "up" },
  { key: "Down", direction: "down" },
];

const arrowCommands = directions.flatMap(({ key, direction }): ModelCommand[] => [
  {
    id: `model:go:${direction}`,
    label: texts.goTo(direction),
    shortcuts: [key],
    run: ({ selectNext }) => selectNext(direction),
  },
  {
    id: `model:move:${direction}`,
    label: texts.move(direction),
    shortcuts: [`Ctrl+${key}`],
    canRun: (model) => canChange(model) && hasSelection(model),
    run: ({ actions, selected }) => {
      const { x, y } = unitOf[direction];
      actions.move(selected(), { x: x * step, y: y * step });
    },
  },
]);

const commands: readonly ModelCommand[] = [
  {
    id: "model:add",
    label: texts.add,
    icon: Plus,
    shortcuts: ["Insert", "+"],
    canRun: canChange,
    run: ({ addInMiddle }) => addInMiddle(),
  },
  {
    id: "model:open",
    label: texts.open,
    icon: Pencil,
    shortcuts: ["Enter", "F2"],
    canRun: hasSelection,
    run: ({ actions, selected }) => selected().slice(0, 1).forEach(actions.open),
  },
  {
    id: "model:delete",
    label: texts.delete,
    icon: Trash2,
    shortcuts: ["Del", "Backspace"],
    canRun: (model) => canChange(model) && hasSelection(model),
    run: ({ actions, selected }) => actions.remove(selected()),
  },
  {
    id: "model:tidy",
    label: texts.tidy,
    icon: Workflow,
    shortcuts: ["T"],
    synonyms: texts.tidySynonyms,
    canRun: canChange,
    run: ({ actions }) => actions.tidy(),
  },
  {
    id: "model:zoomIn",
    label: texts.zoomIn,
    icon: ZoomIn,
    shortcuts: ["Ctrl+=", "Ctrl++"],
    run: ({ zoomBy }) => zoomBy(1.2),
  },
  {
    id: "model:zoomOut",
    label: texts.zoomOut,
    icon: ZoomOut,
    shortcuts: ["-", "Ctrl+-"],
    run: ({ zoomBy }) => zoomBy(1 / 1.2),
  },
  {
    id: "model:fit",
    label: texts.fit,
    icon: Maximize,
    shortcuts: ["0", "Ctrl+0"],
    synonyms: texts.fitSynonyms,
    run: ({ fit }) => fit(),
  },
  {
    id: "model:selectAll",
    label: texts.selectAll,
    icon: BoxSelect,
    shortcuts: ["Ctrl+A"],
    run: ({ selectAll }) => selectAll(),
  },
  {
    id: "model:selectNothing",
    label: texts.selectNothing,
    shortcuts: ["Esc"],
    run: ({ actions }) => actions.select([]),
  },
  ...arrowCommands,
];

const front = () => useFrontModel.getState().model;

/** Everything that can be done in a domain model by key; nothing is enabled while none is in front. */
export const modelCommands: readonly StudioCommand[] = commands.map(({ canRun, run, ...command }) => ({
  ...command,
  group: "domainModel",
  scope: "domainModel",
  isEnabled: () => {
    const model = front();
    return model !== undefined && (canRun?.(model) ?? true);
  },
  run: () => {
    const model = front();
    if (model) run(model);
  },
}));
