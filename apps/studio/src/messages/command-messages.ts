import type { DockSide, PaneName } from "../workspace/docks.ts";

const dockNames: Readonly<Record<DockSide, string>> = {
  left: "left panes",
  right: "right panes",
  bottom: "bottom panes",
};

/** What the commands of the shell are called. */
export const commandMessages = {
  undo: "Undo",
  undoStep: (step: string) => `Undo ${step}`,
  redo: "Redo",
  redoStep: (step: string) => `Redo ${step}`,
  save: "Save now",
  palette: "Command palette",
  goToDocument: "Go to document",
  goToEditor: "Go to the editor",
  closeTab: "Close tab",
  closeOtherTabs: "Close other tabs",
  nextTab: "Next tab",
  previousTab: "Previous tab",
  openSettings: "Open settings",
  openNavigation: "Open navigation",
  openSecurity: "Open security",
  openData: "Open data",
  openRuns: "Open runs",
  openPeople: "Open people",
  openKeys: "Open API keys",
  openAudit: "Open audit log",
  toggleDock: (side: DockSide) => `Fold or unfold ${dockNames[side]}`,
  showPane: (label: string) => `Show ${label.toLowerCase()}`,
  resetPanes: "Reset panes",
  lightTheme: "Light theme",
  darkTheme: "Dark theme",
  systemTheme: "System theme",
  switchTheme: "Switch between light and dark",
  shortcuts: "Keyboard shortcuts",

  paletteSearch: "Search commands and documents",
  paletteEmpty: "Nothing has this name",
  goToSearch: "Search documents, entities and activities",
  commandsGroup: "Commands",
  documentsGroup: "Documents",

  shortcutsTitle: "Keyboard shortcuts",
  shortcutsIntro: "While you edit a text, its own keys come first.",
  shortcutsSearch: "Search shortcuts",
  or: "or",

  paneSynonyms: {
    explorer: ["tree", "project", "modules"],
    outline: ["widgets", "page tree", "structure"],
    toolbox: ["activities", "palette", "elements"],
    properties: ["fields", "inspector"],
    problems: ["errors", "warnings", "consistency"],
    run: ["debug", "trace", "result"],
    console: ["log", "output"],
    documentation: ["help", "docs"],
  } satisfies Readonly<Record<PaneName, readonly string[]>>,
} as const;
