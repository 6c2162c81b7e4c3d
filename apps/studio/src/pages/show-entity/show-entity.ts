import type { DocumentStore, Transaction } from "@rivulet/document";
import { newRecordId, type ProjectIndex, type WidgetDocument, type WidgetRecord } from "@rivulet/model";
import { type DataSource, findWidget } from "@rivulet/pages";
import { addMicroflowElements } from "../../explorer/edit-documents.ts";
import { pageMessages } from "../../messages/page-messages.ts";
import { fillingWidgets } from "../fill-widget.ts";
import { NewWidgets, namesIn } from "../new-widgets.ts";
import { landingOf, pageOf } from "../widget-place.ts";
import { type EntitySource, type ShownEntity, widgetOfLook } from "./entity-sources.ts";

/** A microflow that returns an empty list, for its author to draw; whoever may see the page may run it. */
function addListMicroflow(
  transaction: Transaction,
  { name, module }: EntitySource & { readonly kind: "newMicroflow" },
  { entity, page }: { readonly entity: string; readonly page: WidgetDocument },
): void {
  const id = newRecordId();
  const allowedRoles = page.type === "page" ? [...page.visibleFor] : [];
  const returnType = { kind: "list", entity } as const;
  transaction.add({ id, type: "microflow", parent: module, name, returnType, allowedRoles });
  addMicroflowElements(transaction, id, "empty");
}

/** Makes what the source needs; gives the data source of the widget, or `undefined` when it is chosen later. */
function makeSource(
  transaction: Transaction,
  source: EntitySource,
  on: { readonly entity: string; readonly page: WidgetDocument; readonly index: ProjectIndex },
): DataSource | undefined {
  const { entity, page, index } = on;
  switch (source.kind) {
    case "present":
      return source.source;
    case "newMicroflow": {
      const module = index.records.get(source.module);
      addListMicroflow(transaction, source, on);
      const owner = module?.type === "module" ? module.name : "";
      return { kind: "microflow", microflow: `${owner}.${source.name}`, arguments: {} };
    }
    case "newParameter": {
      if (page.type === "pageLayout") return undefined;
      const parameters = [...(page.parameters ?? []), { name: source.name, entity }];
      transaction.update(page.type, page.id, { parameters });
      return { kind: "parameter", parameter: source.name };
    }
    case "later":
      return undefined;
  }
}

/**
 * Adds a widget that shows objects of an entity, with widgets for its attributes, and makes where they come from, as one
 * step. Returns its id, or `undefined` where it cannot stand.
 */
export function showEntity(
  { store, index }: { readonly store: DocumentStore; readonly index: ProjectIndex },
  { entity, look, place }: ShownEntity,
  source: EntitySource,
): string | undefined {
  const definition = findWidget(widgetOfLook[look]);
  const page = pageOf(place.parent, index.records);
  const landing = definition && landingOf(definition, place, index);
  if (!page || !landing) return undefined;
  const added = new NewWidgets(page.id, index);
  const id = added.land(definition, landing, index);
  store.transact(pageMessages.showEntity.step(entity), (transaction) => {
    const made = makeSource(transaction, source, { entity, page, index });
    const taken = new Set([...namesIn(page.id, index), ...added.records.map(({ name }) => name)]);
    for (const record of added.records) {
      const widget = record.id === id && made ? withSource(record, made) : record;
      transaction.add(widget);
      if (record.id !== id) continue;
      for (const inside of fillingWidgets(widget, entity, { index, taken })) transaction.add(inside);
    }
  });
  return id;
}

const withSource = (widget: WidgetRecord, source: DataSource): WidgetRecord => ({
  ...widget,
  fields: { ...widget.fields, source },
});
