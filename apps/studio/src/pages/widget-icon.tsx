import type { WidgetDefinition } from "@rivulet/pages";
import {
  AlignLeft,
  CalendarDays,
  ChevronsUpDown,
  CircleHelp,
  Columns3,
  FileText,
  Image,
  LayoutTemplate,
  List,
  ListTree,
  type LucideIcon,
  MousePointerClick,
  PanelTop,
  Puzzle,
  RectangleVertical,
  Square,
  SquareCheck,
  SquareDashed,
  Tag,
  TextCursorInput,
  Type,
} from "lucide-react";

/** The icons that definitions of widgets may name. */
const icons: Readonly<Record<string, LucideIcon>> = {
  calendar: CalendarDays,
  "check-square": SquareCheck,
  "chevrons-up-down": ChevronsUpDown,
  "file-text": FileText,
  columns: Columns3,
  column: RectangleVertical,
  image: Image,
  placeholder: SquareDashed,
  puzzle: Puzzle,
  regions: LayoutTemplate,
  list: List,
  "menu-bar": PanelTop,
  tag: Tag,
  tree: ListTree,
  pointer: MousePointerClick,
  square: Square,
  text: AlignLeft,
  "text-cursor": TextCursorInput,
  type: Type,
};

/** The small tile that tells the kind of a widget. */
export function WidgetIcon({
  definition,
  size = 26,
}: {
  definition: WidgetDefinition | undefined;
  size?: number;
}) {
  const Icon = icons[definition?.icon ?? ""] ?? CircleHelp;
  return (
    <span className="rv-icon-tile rv-kind-teal" style={{ width: size, height: size }} aria-hidden="true">
      <Icon size={Math.round(size * 0.55)} strokeWidth={1.9} />
    </span>
  );
}
