import "./activity-icon.css";
import { type ActivityDefinition, activityGroups } from "@rivulet/activities";
import {
  BadgeCheck,
  Box,
  Circle,
  CircleHelp,
  CircleStop,
  Database,
  Download,
  FileInput,
  FileMinus,
  FilePenLine,
  FileSearch,
  FileStack,
  Files,
  House,
  KeyRound,
  KeySquare,
  List,
  ListChecks,
  ListFilter,
  ListPlus,
  LogIn,
  type LucideIcon,
  Merge,
  MessageSquare,
  MessageSquareWarning,
  PanelTopClose,
  PanelTopOpen,
  Pencil,
  PenLine,
  Repeat,
  ScrollText,
  Signature,
  Split,
  StickyNote,
  Table2,
  TableRowsSplit,
  TextSearch,
  Variable,
  Waypoints,
  Workflow,
  Zap,
} from "lucide-react";
import { createElement } from "react";

/** The icons that definitions may name. A definition with another name is drawn with a question mark. */
const icons: Readonly<Record<string, LucideIcon>> = {
  "badge-check": BadgeCheck,
  box: Box,
  "circle-stop": CircleStop,
  circle: Circle,
  database: Database,
  download: Download,
  house: House,
  "message-square": MessageSquare,
  "message-square-warning": MessageSquareWarning,
  "panel-top-close": PanelTopClose,
  "panel-top-open": PanelTopOpen,
  "file-input": FileInput,
  "file-minus": FileMinus,
  "file-pen-line": FilePenLine,
  "file-search": FileSearch,
  "file-stack": FileStack,
  files: Files,
  "key-round": KeyRound,
  "key-square": KeySquare,
  "list-checks": ListChecks,
  "list-filter": ListFilter,
  "list-plus": ListPlus,
  list: List,
  "log-in": LogIn,
  merge: Merge,
  "pen-line": PenLine,
  pencil: Pencil,
  repeat: Repeat,
  "scroll-text": ScrollText,
  signature: Signature,
  split: Split,
  "sticky-note": StickyNote,
  "table-2": Table2,
  "table-rows-split": TableRowsSplit,
  "text-search": TextSearch,
  variable: Variable,
  waypoints: Waypoints,
  workflow: Workflow,
  zap: Zap,
};

/** The icon of an activity. */
export function iconOf(definition: ActivityDefinition | undefined): LucideIcon {
  return icons[definition?.icon ?? ""] ?? CircleHelp;
}

/** The small coloured tile that tells the kind of an activity at a glance. */
export function ActivityIcon({
  definition,
  size = 30,
}: {
  definition: ActivityDefinition | undefined;
  size?: number;
}) {
  const colour = definition ? activityGroups[definition.group].colour : "grey";
  return (
    <span
      className={`rv-icon-tile rv-kind-${colour}`}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      {createElement(iconOf(definition), { size: Math.round(size * 0.55), strokeWidth: 1.9 })}
    </span>
  );
}
