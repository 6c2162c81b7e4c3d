import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";
import { pageOf } from "../widget-place.ts";

/** The keys that a click was made with. */
export interface HeldKeys {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The selection after a click on a widget: alone; with Ctrl it comes or goes; with Shift all from the one that was selected
 * first. The last one is that which keys go on from. `order` is how the widgets stand.
 */
export function selectedByClick(
  present: readonly string[],
  id: string,
  { keys, order }: { readonly keys: HeldKeys; readonly order: readonly string[] },
): readonly string[] {
  if (keys.ctrlKey || keys.metaKey)
    return present.includes(id) ? present.filter((each) => each !== id) : [...present, id];
  const [first] = present;
  const [from, to] = [first === undefined ? -1 : order.indexOf(first), order.indexOf(id)];
  if (!keys.shiftKey || first === undefined || from < 0 || to < 0 || first === id) return [id];
  const range = from < to ? order.slice(from + 1, to) : order.slice(to + 1, from).toReversed();
  return [first, ...range, id];
}

/** The widgets that a selection stands for, in the order of the page: what is in a selected one goes with it. */
export function topmostWidgets(selection: readonly string[], index: ProjectIndex): readonly WidgetRecord[] {
  const chosen = new Set(selection);
  const page = pageOf(selection[0] ?? "", index.records);
  const topmost: WidgetRecord[] = [];
  const inside = new Set<string>();
  for (const widget of page ? widgetsOfPage(page.id, index) : []) {
    if (inside.has(widget.parent)) inside.add(widget.id);
    else if (chosen.has(widget.id)) {
      inside.add(widget.id);
      topmost.push(widget);
    }
  }
  return topmost;
}
