import type { WidgetDefinition } from "./definition.ts";
import { button } from "./widgets/button.ts";
import { container } from "./widgets/container.ts";
import { dataView } from "./widgets/data-view.ts";
import { listView } from "./widgets/list-view.ts";
import { text } from "./widgets/text.ts";

/** All widgets, in the order of the toolbox. */
export const widgetDefinitions: readonly WidgetDefinition[] = [container, text, listView, dataView, button];

const byKind = new Map(widgetDefinitions.map((definition) => [definition.kind, definition]));

/** The definition of a kind of widget. */
export function findWidget(kind: string): WidgetDefinition | undefined {
  return byKind.get(kind);
}
