import {
  Box,
  FolderPlus,
  LayoutTemplate,
  type LucideIcon,
  Package,
  PanelsTopLeft,
  Puzzle,
  Tags,
  Variable,
  Workflow,
} from "lucide-react";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";

/** What can be added to a project, with its sign, in the order of menus. */
export const newDocumentIcons: Readonly<Record<NewDocumentKind, LucideIcon>> = {
  microflow: Workflow,
  entity: Box,
  page: PanelsTopLeft,
  pageLayout: LayoutTemplate,
  snippet: Puzzle,
  enumeration: Tags,
  constant: Variable,
  folder: FolderPlus,
  module: Package,
};
