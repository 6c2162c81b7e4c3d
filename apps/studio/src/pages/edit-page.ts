import type { DocumentStore } from "@rivulet/document";
import {
  isWidgetDocument,
  type JsonValue,
  newRecordId,
  type ProjectIndex,
  type ProjectRecord,
  type RecordOf,
  type WidgetDocument,
  type WidgetRecord,
} from "@rivulet/model";
import {
  canHold,
  findWidget,
  type WidgetDefinition,
  type WidgetField,
  wholeOfPart,
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
    case "boolean":
    case "text":
      return field.initialValue;
    case "dataSource":
    case "picture":
    case "snippet":
    case "attribute":
    case "condition":
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
export function freeWidgetName(kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`${kind}${number}`)) return `${kind}${number}`;
}

/** The names that widgets of a page have. */
export function namesIn(page: string, index: ProjectIndex): Set<string> {
  return new Set([...widgetsOfPage(page, index)].map(({ name }) => name));
}

/** New widgets of a page: each under a free name, with the parts that its kind is made of. */
class NewWidgets {
  readonly records: WidgetRecord[] = [];
  readonly #taken: Set<string>;

  constructor(page: string, index: ProjectIndex) {
    this.#taken = namesIn(page, index);
  }

  add(definition: WidgetDefinition, at: Pick<WidgetRecord, "parent" | "order">): string {
    const { kind, parts } = definition;
    const id = newRecordId();
    const name = freeWidgetName(kind, this.#taken);
    this.#taken.add(name);
    this.records.push({ id, type: "widget", ...at, kind, name, fields: initialFields(definition) });
    const part = parts && findWidget(parts.kind);
    if (!part) return id;
    let order: string | null = null;
    for (let count = 0; count < parts.count; count += 1) {
      order = generateKeyBetween(order, null);
      this.add(part, { parent: id, order });
    }
    return id;
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

/**
 * Adds a widget; returns its id, or `undefined` where none can stand. One that goes into something made of parts gets a
 * part of its own; a part without the whole that it belongs to brings that with it.
 */
export function addWidget(
  { store, index }: { store: DocumentStore; index: ProjectIndex },
  wantedKind: string,
  place: WidgetPlace,
): string | undefined {
  const whole = wholeOfPart(wantedKind);
  const inWhole = whole === undefined ? undefined : wholeAround(whole, place, index);
  const definition = findWidget(whole === undefined || inWhole ? wantedKind : whole);
  const page = pageOf(place.parent, index.records);
  if (!definition || !page || !canStandIn(definition, page)) return undefined;
  const added = new NewWidgets(page.id, index);
  const to = inWhole ?? place;
  const holder = index.records.get(to.parent);
  const parts = holder?.type === "widget" ? findWidget(holder.kind)?.parts : undefined;
  const part = parts && parts.kind !== definition.kind ? findWidget(parts.kind) : undefined;
  if (!canHold(holder?.type === "widget" ? holder.kind : undefined, (part ?? definition).kind))
    return undefined;
  const at = { parent: to.parent, order: orderAt(to, index) };
  const id = part
    ? added.add(definition, { parent: added.add(part, at), order: generateKeyBetween(null, null) })
    : added.add(definition, at);
  store.transact(steps.add(definition.label), (transaction) =>
    added.records.forEach((record) => transaction.add(record)),
  );
  return id;
}

/** Whether a widget can go to a place: not into itself, nor into one that does not hold its kind. */
function canMoveTo(widget: string, { parent }: WidgetPlace, index: ProjectIndex): boolean {
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
