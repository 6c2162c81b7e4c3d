import {
  Keyboard,
  Monitor,
  Moon,
  PanelBottom,
  PanelLeft,
  PanelRight,
  RotateCcw,
  Sun,
  SunMoon,
} from "lucide-react";
import { commandMessages } from "../messages/command-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { paneIcons } from "../shell/icons.ts";
import { type DockSide, dockSides, type PaneName, paneNames } from "../workspace/docks.ts";
import { focusPane } from "../workspace/focus-pane.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import type { StudioCommand } from "./command.ts";
import type { Appearance } from "./studio-commands.ts";

const dockRows: Readonly<Record<DockSide, Pick<StudioCommand, "icon" | "shortcuts">>> = {
  left: { icon: PanelLeft, shortcuts: ["Ctrl+B"] },
  right: { icon: PanelRight, shortcuts: ["Ctrl+Alt+B"] },
  bottom: { icon: PanelBottom, shortcuts: ["Ctrl+J"] },
};

const paneShortcuts: Partial<Readonly<Record<PaneName, readonly string[]>>> = {
  explorer: ["Ctrl+Shift+E"],
  toolbox: ["Ctrl+Shift+X"],
};

const themeRows = [
  { id: "lightTheme", scheme: "light", icon: Sun },
  { id: "darkTheme", scheme: "dark", icon: Moon },
  { id: "systemTheme", scheme: "auto", icon: Monitor },
] as const;

/** Panes, themes and help. */
export function viewCommands({ switchTheme, setTheme }: Appearance): readonly StudioCommand[] {
  const row = { group: "view", scope: "everywhere" } as const;
  const { toggleDock, resetPanes } = workspace.getState();
  return [
    ...dockSides.map((side) => ({
      ...row,
      ...dockRows[side],
      id: `toggleDock:${side}`,
      label: commandMessages.toggleDock(side),
      run: () => toggleDock(side),
    })),
    ...paneNames.map((pane) => ({
      ...row,
      id: `showPane:${pane}`,
      label: commandMessages.showPane(shellMessages.paneLabels[pane]),
      icon: paneIcons[pane],
      shortcuts: paneShortcuts[pane] ?? [],
      synonyms: commandMessages.paneSynonyms[pane],
      run: () => focusPane(pane),
    })),
    {
      ...row,
      id: "resetPanes",
      label: commandMessages.resetPanes,
      icon: RotateCcw,
      shortcuts: [],
      run: resetPanes,
    },
    ...themeRows.map(({ id, scheme, icon }) => ({
      ...row,
      id,
      label: commandMessages[id],
      icon,
      shortcuts: [],
      run: () => setTheme(scheme),
    })),
    {
      ...row,
      id: "switchTheme",
      label: commandMessages.switchTheme,
      icon: SunMoon,
      shortcuts: ["Ctrl+Shift+L"],
      synonyms: ["theme", "appearance", "colour"],
      run: switchTheme,
    },
    {
      group: "help",
      scope: "everywhere",
      id: "shortcuts",
      label: commandMessages.shortcuts,
      icon: Keyboard,
      shortcuts: ["?"],
      synonyms: ["keys", "help"],
      run: () => openDialog({ kind: "shortcuts" }),
    },
  ];
}
