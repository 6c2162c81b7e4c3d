import type { DocumentStore } from "@rivulet/document";
import {
  type JsonValue,
  newRecordId,
  type PageRecord,
  type ProjectIndex,
  type ProjectRecord,
  type WidgetRecord,
} from "@rivulet/model";
import {
  findWidget,
  type WidgetDefinition,
  type WidgetField,
  widgetsIn,
  widgetsOfPage,
} from "@rivulet/pages";
import { unreachable } from "@rivulet/values";
import { generateKeyBetween } from "fractional-indexing";
import { pageMessages } from "../messages/page-messages.ts";

const { steps } = pageMessages;

/** Where a widget goes: into a page or widget, before one of those in it or at the end. */
export interface WidgetPlace {
  readonly parent: string;
  readonly before?: string | undefined;
}

/** The page that a widget is in; `undefined` for one that is nowhere. */
export function pageOf(
  id: string,
  records: { get(id: string): ProjectRecord | undefined },
): PageRecord | undefined {
  let record = records.get(id);
  for (let depth = 0; record?.type === "widget" && depth < maximumDepth; depth += 1)
    record = records.get(record.parent);
  return record?.type === "page" ? record : undefined;
}

/** No page nests deeper; a circle of parents ends here. */
const maximumDepth = 1000;

/** The order text of a widget at a place. */
function orderAt({ parent, before }: WidgetPlace, index: ProjectIndex, moved?: string): string {
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

function initialValue(field: WidgetField): JsonValue | undefined {
  switch (field.kind) {
    case "template":
      return { text: field.initialValue, arguments: [] };
    case "choice":
    case "number":
      return field.initialValue;
    case "text":
      return field.initialValue;
    case "dataSource":
      return undefined;
    case "action":
      return field.isRequired ? { kind: "nothing" } : undefined;
    default:
      return unreachable(field);
  }
}

/** The saved fields of a new widget. */
function initialFields({ fields }: WidgetDefinition): Record<string, JsonValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = initialValue(field);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

/** A name that no widget of the page has: `text1`, `text2` ... */
function freeWidgetName(kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`${kind}${number}`)) return `${kind}${number}`;
}

function namesIn(page: string, index: ProjectIndex): Set<string> {
  return new Set([...widgetsOfPage(page, index)].map(({ name }) => name));
}

/** Adds a widget; returns its id. */
export function addWidget(
  { store, index }: { store: DocumentStore; index: ProjectIndex },
  kind: string,
  place: WidgetPlace,
): string | undefined {
  const definition = findWidget(kind);
  const page = pageOf(place.parent, index.records);
  if (!definition || !page) return undefined;
  const id = newRecordId();
  const name = freeWidgetName(kind, namesIn(page.id, index));
  store.transact(steps.add(definition.label), (transaction) =>
    transaction.add({
      id,
      type: "widget",
      parent: place.parent,
      order: orderAt(place, index),
      kind,
      name,
      fields: initialFields(definition),
    }),
  );
  return id;
}

/** Whether a widget can go to a place: not into itself, nor into one that holds nothing. */
function canMoveTo(widget: string, { parent }: WidgetPlace, index: ProjectIndex): boolean {
  let record = index.records.get(parent);
  if (record?.type === "widget" && findWidget(record.kind)?.holdsWidgets !== true) return false;
  for (let depth = 0; record?.type === "widget" && depth < maximumDepth; depth += 1) {
    if (record.id === widget) return false;
    record = index.records.get(record.parent);
  }
  return record?.type === "page";
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

/** Moves a widget one place up or down among its siblings. */
export function stepWidget(
  project: { store: DocumentStore; index: ProjectIndex },
  id: string,
  by: 1 | -1,
): void {
  const widget = project.index.records.get(id);
  if (widget?.type !== "widget") return;
  const siblings = widgetsIn(widget.parent, project.index);
  const at = siblings.findIndex((each) => each.id === id);
  const target = by === -1 ? siblings[at - 1] : siblings[at + 2];
  if ((by === -1 && at === 0) || (by === 1 && at === siblings.length - 1)) return;
  moveWidget(project, id, { parent: widget.parent, before: target?.id });
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

/** The attributes that a row can show, in their order: the first names the object. */
export function shownAttributes(entity: string, index: ProjectIndex): string[] {
  const hidden = new Set(["binary", "hashedString"]);
  return (index.shape(entity)?.attributes ?? [])
    .filter(({ type, isSecret }) => !hidden.has(type.kind) && isSecret !== true)
    .map(({ name }) => name)
    .slice(0, maximumShown);
}

const maximumShown = 6;

/** Puts texts for the attributes of an entity into a list view, in the place of what is in it. */
export function fillListView(
  { store, index }: { store: DocumentStore; index: ProjectIndex },
  list: WidgetRecord,
  entity: string,
): void {
  const page = pageOf(list.id, index.records);
  if (!page) return;
  const taken = namesIn(page.id, index);
  let order: string | null = null;
  const texts = shownAttributes(entity, index).map((attribute, position): WidgetRecord => {
    order = generateKeyBetween(order, null);
    const name = freeWidgetName("text", taken);
    taken.add(name);
    const content = {
      text: position === 0 ? "{1}" : `${attribute}: {1}`,
      arguments: [`$currentObject/${attribute}`],
    };
    const fields = { content, render: position === 0 ? "h2" : "paragraph" };
    return { id: newRecordId(), type: "widget", parent: list.id, order, kind: "text", name, fields };
  });
  store.transact(steps.fill(list.name), (transaction) => {
    for (const child of transaction.children(list.id)) transaction.remove(child.id);
    texts.forEach((text) => transaction.add(text));
  });
}
