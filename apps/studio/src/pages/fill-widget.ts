import type { DocumentStore } from "@rivulet/document";
import { newRecordId, type ProjectIndex, type WidgetRecord } from "@rivulet/model";
import { generateKeyBetween } from "fractional-indexing";
import { pageMessages } from "../messages/page-messages.ts";
import { freeWidgetName, namesIn } from "./new-widgets.ts";
import {
  attributesOfRow,
  inputFor,
  type Proposal,
  proposalFor,
  readableAttributes,
} from "./proposed-widgets.ts";
import { pageOf } from "./widget-place.ts";

/** The names of the attributes that a data widget would show when it is filled; none when there is nothing to fill it with. */
export function fillingAttributes(
  { kind }: Pick<WidgetRecord, "kind">,
  entity: string,
  index: ProjectIndex,
): string[] {
  const attributes =
    kind === "listView"
      ? attributesOfRow(entity, index)
      : readableAttributes(entity, index).filter((attribute) => inputFor(attribute) !== undefined);
  return attributes.map(({ name }) => name);
}

/** The records of proposed widgets, each under a free name. */
function recordsOf(proposals: readonly Proposal[], parent: string, taken: Set<string>): WidgetRecord[] {
  let order: string | null = null;
  return proposals.flatMap(({ kind, fields, widgets = [] }) => {
    order = generateKeyBetween(order, null);
    const name = freeWidgetName(kind, taken);
    taken.add(name);
    const record: WidgetRecord = { id: newRecordId(), type: "widget", parent, order, kind, name, fields };
    return [record, ...recordsOf(widgets, record.id, taken)];
  });
}

/** The widgets for the attributes of an entity in a data widget; `taken` are the names that others have. */
export function fillingWidgets(
  widget: WidgetRecord,
  entity: string,
  { index, taken }: { readonly index: ProjectIndex; readonly taken: ReadonlySet<string> },
): WidgetRecord[] {
  return recordsOf(proposalFor(widget, entity, index), widget.id, new Set(taken));
}

/** Puts widgets for the attributes of an entity into a data widget, in the place of what is in it. */
export function fillDataWidget(
  { store, index }: { readonly store: DocumentStore; readonly index: ProjectIndex },
  widget: WidgetRecord,
  entity: string,
): void {
  const page = pageOf(widget.id, index.records);
  if (!page) return;
  const proposed = fillingWidgets(widget, entity, { index, taken: namesIn(page.id, index) });
  store.transact(pageMessages.steps.fill(widget.name), (transaction) => {
    for (const child of transaction.children(widget.id)) transaction.remove(child.id);
    proposed.forEach((each) => transaction.add(each));
  });
}
