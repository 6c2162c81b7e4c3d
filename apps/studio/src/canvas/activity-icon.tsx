import "./activity-icon.css";
import { type ActivityDefinition, activityGroups } from "@rivulet/activities";
import {
  BadgeCheck,
  Box,
  Circle,
  CircleHelp,
  CircleStop,
  Database,
  KeyRound,
  KeySquare,
  List,
  ListChecks,
  ListPlus,
  LogIn,
  type LucideIcon,
  Merge,
  Pencil,
  PenLine,
  Repeat,
  ScrollText,
  Signature,
  Split,
  StickyNote,
  Table2,
  Variable,
  Waypoints,
  Workflow,
  Zap,
} from "lucide-react";

/** The icons that definitions may name. A definition with another name is drawn with a question mark. */
const icons: Readonly<Record<string, LucideIcon>> = {
  "badge-check": BadgeCheck,
  box: Box,
  circle: Circle,
  "circle-stop": CircleStop,
  database: Database,
  "key-round": KeyRound,
  "key-square": KeySquare,
  list: List,
  "list-checks": ListChecks,
  "list-plus": ListPlus,
  "log-in": LogIn,
  merge: Merge,
  pencil: Pencil,
  "pen-line": PenLine,
  repeat: Repeat,
  "scroll-text": ScrollText,
  signature: Signature,
  split: Split,
  "sticky-note": StickyNote,
  "table-2": Table2,
  variable: Variable,
  waypoints: Waypoints,
  workflow: Workflow,
  zap: Zap,
};

/** The small coloured tile that tells the kind of an activity at a glance. */
export function ActivityIcon({
  definition,
  size = 30,
}: {
  definition: ActivityDefinition | undefined;
  size?: number;
}) {
  const Icon = icons[definition?.icon ?? ""] ?? CircleHelp;
  const colour = definition ? activityGroups[definition.group].colour : "grey";
  return (
    <span
      className={`rv-icon-tile rv-kind-${colour}`}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <Icon size={Math.round(size * 0.55)} strokeWidth={1.9} />
    </span>
  );
}
