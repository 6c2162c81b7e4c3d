import type { DocumentStore } from "@rivulet/document";
import {
  isWidgetDocument,
  type JsonValue,
  type ProjectIndex,
  type RecordOf,
  type WidgetDocument,
  type WidgetRecord,
} from "@rivulet/model";
import { canHold, findWidget, type WidgetField, wholeOfPart, widgetsOfPage } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";
import { NewWidgets } from "./new-widgets.ts";
import {
  landingOf,
  type MoveDirection,
  maximumDepth,
  orderAt,
  pageOf,
  stepPlace,
  type WidgetPlace,
} from "./widget-place.ts";

const { steps } = pageMessages;

/**
 * Adds a widget; returns its id, or `undefined` where none can stand. One that goes into something made of parts gets a
 * part of its own; a part without the whole that it belongs to brings that with it.
 */
export function addWidget(
  { store, index }: { store: DocumentStore; index: ProjectIndex },
  kind: string,
  place: WidgetPlace,
): string | undefined {
  const page = pageOf(place.parent, index.records);
  for (const each of [kind, wholeOfPart(kind)]) {
    const definition = each === undefined ? undefined : findWidget(each);
    const landing = definition && landingOf(definition, place, index);
    if (!page || !landing) continue;
    const added = new NewWidgets(page.id, index);
    const id = added.land(definition, landing, index);
    store.transact(steps.add(definition.label), (transaction) =>
      added.records.forEach((record) => transaction.add(record)),
    );
    return id;
  }
  return undefined;
}

/** Whether a widget can go to a place: not into itself, nor into one that does not hold its kind. */
export function canMoveTo(widget: string, { parent }: WidgetPlace, index: ProjectIndex): boolean {
  let record = index.records.get(parent);
  const moved = index.records.get(widget);
  if (moved?.type !== "widget" || !record) return false;
  if (!canHold(record.type === "widget" ? record.kind : undefined, moved.kind)) return false;
  for (let depth = 0; record?.type === "widget" && depth < maximumDepth; depth += 1) {
    if (record.id === widget) return false;
    record = index.records.get(record.parent);
  }
  return isWidgetDocument(record);
}

/** Moves a widget, with what is in it. */
export function moveWidget(
  { store, index }: { store: DocumentStore; index: ProjectIndex },
  id: string,
  place: WidgetPlace,
): void {
  const widget = index.records.get(id);
  if (widget?.type !== "widget" || place.before === id || !canMoveTo(id, place, index)) return;
  store.transact(steps.move(widget.name), (transaction) =>
    transaction.update("widget", id, { parent: place.parent, order: orderAt(place, index, id) }),
  );
}

/** Moves a widget one step: up and down among those beside it, into the one before it, out of the one around it. */
export function stepWidget(
  project: { store: DocumentStore; index: ProjectIndex },
  id: string,
  direction: MoveDirection,
): void {
  const widget = project.index.records.get(id);
  const place = widget?.type === "widget" ? stepPlace(widget, direction, project.index) : undefined;
  if (place) moveWidget(project, id, place);
}

/** Deletes widgets; what is in them goes with them. */
export function deleteWidgets(store: DocumentStore, ids: readonly string[]): void {
  store.transact(steps.delete(ids.length), (transaction) => ids.forEach((id) => transaction.remove(id)));
}

/** Sets a field of a widget; `undefined` takes it away. */
export function setWidgetField(
  store: DocumentStore,
  widget: WidgetRecord,
  {
    field,
    value,
  }: { readonly field: Pick<WidgetField, "name" | "label">; readonly value: JsonValue | undefined },
): void {
  const { [field.name]: _before, ...others } = widget.fields;
  const fields = value === undefined ? others : { ...others, [field.name]: value };
  store.transact(
    steps.change(field.label),
    (transaction) => transaction.update("widget", widget.id, { fields }),
    { mergeKey: `${widget.id}.${field.name}` },
  );
}

/** Why a widget cannot have a name. */
export function widgetNameFault(index: ProjectIndex, widget: WidgetRecord, name: string): string | undefined {
  if (!/^[A-Za-z_]\w{0,99}$/.test(name)) return pageMessages.nameHint;
  const page = pageOf(widget.id, index.records);
  const isTaken =
    page && [...widgetsOfPage(page.id, index)].some((each) => each.id !== widget.id && each.name === name);
  return isTaken ? pageMessages.nameTaken(name) : undefined;
}

/** Gives a widget another name. */
export function renameWidget(store: DocumentStore, widget: WidgetRecord, name: string): void {
  store.transact(steps.rename(widget.name, name), (transaction) =>
    transaction.update("widget", widget.id, { name }),
  );
}

/** Changes what a page has besides its widgets; `undefined` takes it away. */
export function changePage<Type extends WidgetDocument["type"]>(
  store: DocumentStore,
  page: RecordOf<Type>,
  {
    label,
    changes,
  }: {
    /** What is changed, as its field is called. */
    readonly label: string;
    readonly changes: { readonly [Key in keyof RecordOf<Type>]?: RecordOf<Type>[Key] | undefined };
  },
): void {
  store.transact(
    steps.change(label),
    (transaction) => transaction.update(page.type as Type, page.id, changes),
    {
      mergeKey: `${page.id}.${label}`,
    },
  );
}
