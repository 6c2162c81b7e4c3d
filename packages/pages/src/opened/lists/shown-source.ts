import type { WidgetRecord } from "@rivulet/model";
import { type EntityObject, isKindOf } from "@rivulet/values";
import { type DataSource, readWidgetField } from "../../fields/field-values.ts";
import { entityOfSource, sourceOf } from "../../widget-scope.ts";
import type { DrawingParts, DrawnIn } from "../drawing-parts.ts";
import { PageFailure } from "../page-failure.ts";
import type { ShownList } from "../shown-data.ts";
import { widgetKey } from "../widget-key.ts";
import { givenBy } from "./given-by.ts";
import type { LoadedSource } from "./loaded-source.ts";
import { maximumRows } from "./page-limits.ts";
import { nextPage } from "./read-page.ts";

/** How many objects of a list are read and shown at once. */
export function pageSizeOf({ fields }: WidgetRecord): number {
  return readWidgetField("number", fields["pageSize"]) ?? 10;
}

/** A data widget where it is drawn. */
interface ShownSource {
  readonly source: DataSource;
  readonly widget: WidgetRecord;
  readonly on: DrawnIn;
}

/** Whether the objects of the drawing before are shown again: what was typed into them is not lost to what is loaded anew. */
function isKept(
  before: LoadedSource,
  { source, on }: ShownSource,
  { ports, changes, isReload, held }: DrawingParts,
): boolean {
  // A microflow gives what it gave; only it costs something to be asked again.
  if (source.kind !== "microflow" || before.from !== JSON.stringify(source)) return false;
  const entity = entityOfSource(source, on.around.page, ports.index);
  // The microflow may have been changed since.
  if (entity === undefined || !before.objects.every(({ shape }) => isKindOf(shape, entity))) return false;
  const isTyped = (object: EntityObject) => changes.isChanged(object) || held?.has(object) === true;
  return !isReload || before.objects.some(isTyped);
}

/** What a data widget shows: loaded, or still there from the drawing before. */
export async function loadShown(what: ShownSource, parts: DrawingParts): Promise<LoadedSource> {
  const { source, widget, on } = what;
  const { ports, shown } = parts;
  const place = widgetKey(widget.id, on.object);
  const before = shown.loadedBefore(place);
  const loaded = before && isKept(before, what, parts) ? before : await load();
  shown.sources.set(place, loaded);
  return loaded;

  async function load(): Promise<LoadedSource> {
    const key = before?.key ?? shown.nextKey("l");
    const pageSize = Math.max(pageSizeOf(widget), shown.extentBefore(key));
    const given = await givenBy(source, pageSize, { widget, around: on.around, ports });
    return { ...given, key, from: JSON.stringify(source) };
  }
}

/**
 * A list that is shown, with the objects from a position on; one that is read page by page reads the next page where it
 * ends.
 *
 * @throws {PageFailure} for a list that is not shown
 */
export async function readOn(
  key: string,
  from: number,
  { shown, ports }: Pick<DrawingParts, "shown" | "ports">,
): Promise<ShownList> {
  const list = shown.lists.get(key);
  if (!list) throw new PageFailure("This list is no longer shown. Load the page again.");
  const { widget, loaded, around, pageSize } = list;
  const { objects, paging } = loaded;
  const source = sourceOf(widget);
  const isAtEnd = from === objects.length && objects.length < maximumRows;
  if (!paging || !isAtEnd || source?.kind !== "microflow") return list;
  const on = { widget, around, ports };
  const given = await nextPage(source, { reading: { objects, paging }, pageSize, on });
  const further = { ...list, loaded: { ...loaded, ...given } };
  shown.readOn(key, further);
  return further;
}
