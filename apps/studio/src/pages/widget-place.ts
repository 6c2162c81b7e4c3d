import {
  isWidgetDocument,
  type ProjectIndex,
  type ProjectRecord,
  type WidgetDocument,
  type WidgetRecord,
} from "@rivulet/model";
import { canHold, findWidget, type WidgetDefinition, wholeOfPart, widgetsIn } from "@rivulet/pages";
import { generateKeyBetween } from "fractional-indexing";

/** Where a widget goes: into a page or widget, before one of those in it or at the end. */
export interface WidgetPlace {
  readonly parent: string;
  readonly before?: string | undefined;
}

/** The page, layout or snippet that a widget is in; `undefined` for one that is nowhere. */
export function pageOf(
  id: string,
  records: { get(id: string): ProjectRecord | undefined },
): WidgetDocument | undefined {
  let record = records.get(id);
  for (let depth = 0; record?.type === "widget" && depth < maximumDepth; depth += 1)
    record = records.get(record.parent);
  return isWidgetDocument(record) ? record : undefined;
}

/** No page nests deeper; a circle of parents ends here. */
export const maximumDepth = 1000;

/** The order text of a widget at a place; `moved` is one that leaves its present place. */
export function orderAt({ parent, before }: WidgetPlace, index: ProjectIndex, moved?: string): string {
  const siblings = widgetsIn(parent, index).filter(({ id }) => id !== moved);
  const at = siblings.findIndex(({ id }) => id === before);
  const next = at === -1 ? undefined : siblings[at];
  const previous = siblings[at === -1 ? siblings.length - 1 : at - 1];
  try {
    return generateKeyBetween(previous?.order ?? null, next?.order ?? null);
  } catch {
    // Orders that somebody wrote by hand need not be those of the library: at the end then.
    return `${previous?.order ?? "a"}0`;
  }
}

/** Whether a kind of widget can stand in a kind of document. */
export function canStandIn({ standsIn }: WidgetDefinition, { type }: Pick<WidgetDocument, "type">): boolean {
  return standsIn === undefined || standsIn.includes(type);
}

/** Where a part goes that was asked for at a place: into the whole around it; `undefined` when there is none. */
function wholeAround(whole: string, { parent, before }: WidgetPlace, index: ProjectIndex) {
  let [record, below] = [index.records.get(parent), before];
  for (let depth = 0; record?.type === "widget" && depth < maximumDepth; depth += 1) {
    if (record.kind === whole) return { parent: record.id, before: below };
    [record, below] = [index.records.get(record.parent), undefined];
  }
  return undefined;
}

/** Where something that is put to a place really goes: `part` is a new one there, which takes it in. */
export interface Landing {
  readonly place: WidgetPlace;
  readonly part?: WidgetDefinition | undefined;
}

/**
 * Where a widget goes that is put to a place: a part into the whole around it, another one into a part of its own where
 * only parts can stand. `undefined` where it cannot stand.
 */
export function landingOf(
  definition: WidgetDefinition,
  place: WidgetPlace,
  index: ProjectIndex,
): Landing | undefined {
  const whole = wholeOfPart(definition.kind);
  const to = whole === undefined ? place : wholeAround(whole, place, index);
  const page = to && pageOf(to.parent, index.records);
  if (!to || !page || !canStandIn(definition, page)) return undefined;
  const record = index.records.get(to.parent);
  const holder = record?.type === "widget" ? record.kind : undefined;
  const parts = holder === undefined ? undefined : findWidget(holder)?.parts;
  const part = parts && parts.kind !== definition.kind ? findWidget(parts.kind) : undefined;
  return canHold(holder, (part ?? definition).kind) ? { place: to, part } : undefined;
}

/** The place after a widget, among those beside it. */
export function placeAfter({ id, parent }: WidgetRecord, index: ProjectIndex): WidgetPlace {
  const siblings = widgetsIn(parent, index);
  return { parent, before: siblings[siblings.findIndex((each) => each.id === id) + 1]?.id };
}

/** What stands where the last of some widgets was when they go: the next one, the one before it, or the widget around. */
export function neighbourOf(gone: readonly WidgetRecord[], index: ProjectIndex): string | undefined {
  const last = gone.at(-1);
  if (!last) return undefined;
  const { id, parent } = last;
  const siblings = widgetsIn(parent, index);
  const at = siblings.findIndex((each) => each.id === id);
  const stays = (each: WidgetRecord) => !gone.some((other) => other.id === each.id);
  const beside = siblings.slice(at).find(stays) ?? siblings.slice(0, at).findLast(stays);
  return beside?.id ?? (index.records.get(parent)?.type === "widget" ? parent : undefined);
}

/** Where something new goes: into the selected widget, after it when it holds none, else at the end of the page. */
export function placeAt(selected: string | undefined, page: string, index: ProjectIndex): WidgetPlace {
  const widget = selected === undefined ? undefined : index.records.get(selected);
  if (widget?.type !== "widget") return { parent: page };
  return findWidget(widget.kind)?.holdsWidgets === true ? { parent: widget.id } : placeAfter(widget, index);
}

/** The ways in which a widget moves without a pointer. */
export type MoveDirection = "up" | "down" | "into" | "out";

/** Where a widget goes one step in a direction: `into` is the end of the one before it, `out` is behind the one around it. */
export function stepPlace(
  { id, parent }: WidgetRecord,
  direction: MoveDirection,
  index: ProjectIndex,
): WidgetPlace | undefined {
  const siblings = widgetsIn(parent, index);
  const at = siblings.findIndex((each) => each.id === id);
  const before = siblings[at - 1];
  const holder = index.records.get(parent);
  switch (direction) {
    case "up":
      return before && { parent, before: before.id };
    case "down":
      return at < siblings.length - 1 ? { parent, before: siblings[at + 2]?.id } : undefined;
    case "into":
      return before && { parent: before.id };
    case "out":
      return holder?.type === "widget" ? placeAfter(holder, index) : undefined;
  }
}
