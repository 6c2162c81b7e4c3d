import {
  BookOpenText,
  Boxes,
  Compass,
  Database,
  FolderTree,
  History,
  KeyRound,
  LayoutTemplate,
  ListTree,
  type LucideIcon,
  PanelsTopLeft,
  Play,
  Puzzle,
  ScrollText,
  Settings,
  Shapes,
  Shield,
  SlidersHorizontal,
  Tags,
  Terminal,
  TriangleAlert,
  UsersRound,
  Variable,
  Workflow,
} from "lucide-react";
import type { PaneName } from "../workspace/docks.ts";
import type { TabTarget } from "../workspace/tabs.ts";

/** The icons of the panes. */
export const paneIcons: Readonly<Record<PaneName, LucideIcon>> = {
  explorer: FolderTree,
  outline: ListTree,
  toolbox: Shapes,
  properties: SlidersHorizontal,
  problems: TriangleAlert,
  run: Play,
  console: Terminal,
  documentation: BookOpenText,
};

/** The icons of what can be opened, in tabs, explorer and search alike. */
export const editorIcons: Readonly<Record<TabTarget["kind"], LucideIcon>> = {
  microflow: Workflow,
  domainModel: Boxes,
  enumeration: Tags,
  constant: Variable,
  page: PanelsTopLeft,
  pageLayout: LayoutTemplate,
  snippet: Puzzle,
  navigation: Compass,
  settings: Settings,
  security: Shield,
  data: Database,
  runs: History,
  people: UsersRound,
  keys: KeyRound,
  audit: ScrollText,
};
