import {
  ArrowLeft,
  ArrowRight,
  Command,
  Compass,
  CopyX,
  Database,
  FileSearch,
  History,
  KeyRound,
  PanelTop,
  ScrollText,
  Settings,
  Shield,
  UsersRound,
  X,
} from "lucide-react";
import { commandMessages } from "../messages/command-messages.ts";
import { focusEditor } from "../workspace/focus-editor.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import type { StudioCommand } from "./command.ts";

const { open, close, closeOthers, step } = workspace.getState();
const activeTab = () => workspace.getState().activeTab;
const withActiveTab = (action: (key: string) => void) => () => {
  const key = activeTab();
  if (key !== undefined) action(key);
};
const hasTab = () => activeTab() !== undefined;
const hasTabs = () => workspace.getState().tabs.length > 1;

const row = { group: "go", scope: "everywhere" } as const;

/** Palettes, documents and tabs. A browser keeps Ctrl+W for itself, so a tab of ours closes with Alt+W. */
export const goCommands: readonly StudioCommand[] = [
  {
    ...row,
    id: "palette",
    label: commandMessages.palette,
    icon: Command,
    shortcuts: ["Ctrl+K", "Ctrl+Shift+P"],
    run: () => openDialog({ kind: "commands" }),
  },
  {
    ...row,
    id: "goToDocument",
    label: commandMessages.goToDocument,
    icon: FileSearch,
    shortcuts: ["Ctrl+G"],
    synonyms: ["open", "find", "search"],
    run: () => openDialog({ kind: "goTo" }),
  },
  {
    ...row,
    id: "goToEditor",
    label: commandMessages.goToEditor,
    icon: PanelTop,
    shortcuts: ["F6"],
    synonyms: ["canvas", "focus"],
    isEnabled: hasTab,
    run: focusEditor,
  },
  {
    ...row,
    id: "openSettings",
    label: commandMessages.openSettings,
    icon: Settings,
    shortcuts: [],
    synonyms: ["configuration", "region", "endpoint", "constants"],
    run: () => open({ kind: "settings" }),
  },
  {
    ...row,
    id: "openNavigation",
    label: commandMessages.openNavigation,
    icon: Compass,
    shortcuts: [],
    synonyms: ["menu", "home page", "application"],
    run: () => open({ kind: "navigation" }),
  },
  {
    ...row,
    id: "openSecurity",
    label: commandMessages.openSecurity,
    icon: Shield,
    shortcuts: [],
    synonyms: ["roles", "users", "access"],
    run: () => open({ kind: "security" }),
  },
  {
    ...row,
    id: "openData",
    label: commandMessages.openData,
    icon: Database,
    shortcuts: ["Alt+I"],
    synonyms: ["tables", "items", "dynamodb", "browse", "scan", "query"],
    run: () => open({ kind: "data" }),
  },
  {
    ...row,
    id: "openRuns",
    label: commandMessages.openRuns,
    icon: History,
    shortcuts: ["Alt+R"],
    synonyms: ["history", "executions", "log", "compare"],
    run: () => open({ kind: "runs" }),
  },
  {
    ...row,
    id: "openPeople",
    label: commandMessages.openPeople,
    icon: UsersRound,
    shortcuts: [],
    synonyms: ["accounts", "users", "sign in", "invite"],
    run: () => open({ kind: "people" }),
  },
  {
    ...row,
    id: "openKeys",
    label: commandMessages.openKeys,
    icon: KeyRound,
    shortcuts: [],
    synonyms: ["token", "bearer", "curl"],
    run: () => open({ kind: "keys" }),
  },
  {
    ...row,
    id: "openAudit",
    label: commandMessages.openAudit,
    icon: ScrollText,
    shortcuts: [],
    synonyms: ["who did what", "log", "history"],
    run: () => open({ kind: "audit" }),
  },
  {
    ...row,
    id: "nextTab",
    label: commandMessages.nextTab,
    icon: ArrowRight,
    shortcuts: ["Alt+PageDown"],
    isEnabled: hasTabs,
    run: () => step(1),
  },
  {
    ...row,
    id: "previousTab",
    label: commandMessages.previousTab,
    icon: ArrowLeft,
    shortcuts: ["Alt+PageUp"],
    isEnabled: hasTabs,
    run: () => step(-1),
  },
  {
    ...row,
    id: "closeTab",
    label: commandMessages.closeTab,
    icon: X,
    shortcuts: ["Alt+W"],
    isEnabled: hasTab,
    run: withActiveTab(close),
  },
  {
    ...row,
    id: "closeOtherTabs",
    label: commandMessages.closeOtherTabs,
    icon: CopyX,
    shortcuts: [],
    isEnabled: hasTabs,
    run: withActiveTab(closeOthers),
  },
];
