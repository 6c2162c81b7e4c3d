import type { WidgetDefinition } from "./definition.ts";
import { button } from "./widgets/button.ts";
import { container } from "./widgets/container.ts";
import { dataView } from "./widgets/data-view.ts";
import { gridColumn } from "./widgets/grid-column.ts";
import { image } from "./widgets/image.ts";
import { checkBox } from "./widgets/inputs/check-box.ts";
import { datePicker } from "./widgets/inputs/date-picker.ts";
import { dropDown } from "./widgets/inputs/drop-down.ts";
import { textArea } from "./widgets/inputs/text-area.ts";
import { textBox } from "./widgets/inputs/text-box.ts";
import { label } from "./widgets/label.ts";
import { layoutGrid } from "./widgets/layout-grid.ts";
import { placeholder, region, regions } from "./widgets/layouts.ts";
import { listView } from "./widgets/list-view.ts";
import { menuBar, navigationTree } from "./widgets/menus.ts";
import { snippetCall } from "./widgets/snippet-call.ts";
import { text } from "./widgets/text.ts";

/** All widgets, in the order of the toolbox. */
export const widgetDefinitions: readonly WidgetDefinition[] = [
  container,
  layoutGrid,
  gridColumn,
  text,
  label,
  image,
  listView,
  dataView,
  textBox,
  textArea,
  dropDown,
  checkBox,
  datePicker,
  button,
  snippetCall,
  menuBar,
  navigationTree,
  placeholder,
  regions,
  region,
];

const byKind = new Map(widgetDefinitions.map((definition) => [definition.kind, definition]));

/** The definition of a kind of widget. */
export function findWidget(kind: string): WidgetDefinition | undefined {
  return byKind.get(kind);
}

const wholesOfParts = new Map(
  widgetDefinitions.flatMap(({ kind, parts }) => (parts ? [[parts.kind, kind] as const] : [])),
);

/** The kind of widget of which widgets of a kind are parts; `undefined` for one that stands by itself. */
export function wholeOfPart(kind: string): string | undefined {
  return wholesOfParts.get(kind);
}

/**
 * Whether a widget of a kind may stand directly in one of another kind; `undefined` is the page itself.
 *
 * @example canHold("layoutGrid", "text") // false: a grid holds columns
 */
export function canHold(holder: string | undefined, kind: string): boolean {
  const whole = wholesOfParts.get(kind);
  if (whole !== undefined || holder === undefined) return whole === holder;
  const definition = byKind.get(holder);
  return definition?.holdsWidgets === true && definition.parts === undefined;
}
