import {
  ArrowDown,
  ArrowUp,
  Box,
  ClipboardPaste,
  Copy,
  CopyPlus,
  IndentDecrease,
  IndentIncrease,
  type LucideIcon,
  PencilLine,
  Scissors,
  SlidersHorizontal,
  Trash2,
} from "lucide-react";
import type { StudioCommand } from "../commands/command.ts";
import { pageCommandMessages as texts } from "../messages/page-command-messages.ts";
import { type OpenPage, useFrontPage } from "./open-page.ts";
import type { MoveDirection } from "./widget-place.ts";

interface PageCommand extends Omit<StudioCommand, "group" | "scope" | "run" | "isEnabled"> {
  readonly canRun: (page: OpenPage) => boolean;
  readonly run: (page: OpenPage) => void;
}

const hasSelection = ({ selected }: OpenPage) => selected().length > 0;
const canChange = (page: OpenPage) => !page.isReadOnly && hasSelection(page);

const moves: readonly (readonly [MoveDirection, string, LucideIcon])[] = [
  ["up", "Alt+Up", ArrowUp],
  ["down", "Alt+Down", ArrowDown],
  ["into", "Alt+Right", IndentIncrease],
  ["out", "Alt+Left", IndentDecrease],
];

const moveCommands = moves.map(
  ([direction, shortcut, icon]): PageCommand => ({
    id: `page:move:${direction}`,
    label: texts.moves[direction],
    icon,
    shortcuts: [shortcut],
    canRun: (page) => canChange(page) && page.canMove(direction),
    run: ({ move }) => move(direction),
  }),
);

const commands: readonly PageCommand[] = [
  {
    id: "page:properties",
    label: texts.properties,
    icon: SlidersHorizontal,
    shortcuts: ["Enter"],
    canRun: hasSelection,
    run: ({ showProperties }) => showProperties(),
  },
  {
    id: "page:showEntity",
    label: texts.showEntity,
    icon: Box,
    shortcuts: [],
    synonyms: ["list view", "data view", "form", "attributes"],
    canRun: ({ isReadOnly }) => !isReadOnly,
    run: ({ showEntity }) => showEntity(),
  },
  {
    id: "page:rename",
    label: texts.rename,
    icon: PencilLine,
    shortcuts: ["F2"],
    canRun: (page) => canChange(page) && page.selected().length === 1,
    run: ({ rename }) => rename(),
  },
  {
    id: "page:copy",
    label: texts.copy,
    icon: Copy,
    shortcuts: ["Ctrl+C"],
    browserKey: "always",
    canRun: hasSelection,
    run: ({ copy }) => void copy(),
  },
  {
    id: "page:cut",
    label: texts.cut,
    icon: Scissors,
    shortcuts: ["Ctrl+X"],
    browserKey: "always",
    canRun: canChange,
    run: ({ cut }) => void cut(),
  },
  {
    id: "page:paste",
    label: texts.paste,
    icon: ClipboardPaste,
    shortcuts: ["Ctrl+V"],
    browserKey: "always",
    canRun: ({ isReadOnly }) => !isReadOnly,
    run: ({ paste }) => void paste(),
  },
  {
    id: "page:duplicate",
    label: texts.duplicate,
    icon: CopyPlus,
    shortcuts: ["Ctrl+D"],
    canRun: canChange,
    run: ({ duplicate }) => duplicate(),
  },
  ...moveCommands,
  {
    id: "page:delete",
    label: texts.delete,
    icon: Trash2,
    shortcuts: ["Del", "Backspace"],
    isDangerous: true,
    canRun: canChange,
    run: ({ remove }) => remove(),
  },
];

/** What the menu of a widget offers, in groups. */
export const widgetMenu: readonly (readonly string[])[] = [
  ["page:properties", "page:rename"],
  ["page:cut", "page:copy", "page:paste", "page:duplicate"],
  moveCommands.map(({ id }) => id),
  ["page:delete"],
];

const front = () => useFrontPage.getState().page;

/** Everything that can be done with the widgets of the page in front; nothing is enabled while none is in front. */
export const pageCommands: readonly StudioCommand[] = commands.map(({ canRun, run, ...command }) => ({
  ...command,
  group: "page",
  scope: "page",
  isEnabled: () => {
    const page = front();
    return page !== undefined && canRun(page);
  },
  run: () => {
    const page = front();
    if (page) run(page);
  },
}));
