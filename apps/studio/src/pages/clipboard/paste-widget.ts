import type { DocumentStore } from "@rivulet/document";
import { newRecordId, type ProjectIndex, type WidgetRecord } from "@rivulet/model";
import { findWidget, wholeOfPart } from "@rivulet/pages";
import { pageMessages } from "../../messages/page-messages.ts";
import { NewWidgets } from "../new-widgets.ts";
import { canStandIn, landingOf, pageOf, placeAfter, type WidgetPlace } from "../widget-place.ts";
import { copyWidget, readCopiedWidget } from "./copied-widget.ts";

/** What came of a paste: the id of the widget that came, or why none did. */
export type Pasted = { readonly id: string } | { readonly fault: string };

interface PagesOf {
  readonly store: DocumentStore;
  readonly index: ProjectIndex;
}

/** Why a widget cannot stand in a document, or at a place of it. */
function whyNotHere(kind: string): string {
  const { faults } = pageMessages;
  const definition = findWidget(kind);
  if (!definition) return faults.unknownWidget(kind);
  const whole = findWidget(wholeOfPart(kind) ?? "");
  return whole ? faults.needsWhole(definition.label, whole.label) : faults.notHere(definition.label);
}

/** Puts a copied widget at a place, with all that is in it; each keeps its name where no other widget has it. */
export function pasteWidget({ store, index }: PagesOf, text: string, place: WidgetPlace): Pasted {
  const read = readCopiedWidget(text);
  if (read.kind === "refused") return { fault: read.message };
  const { widget, inside } = read;
  const page = pageOf(place.parent, index.records);
  const definition = findWidget(widget.kind);
  const landing = definition && landingOf(definition, place, index);
  if (!page || !landing) return { fault: whyNotHere(widget.kind) };
  const misplaced = inside.find(({ kind }) => {
    const known = findWidget(kind);
    return !known || !canStandIn(known, page);
  });
  if (misplaced) return { fault: whyNotHere(misplaced.kind) };
  const added = new NewWidgets(page.id, index);
  const ids = new Map([[widget.id, added.landCopy(widget, landing, index)]]);
  for (const each of inside) ids.set(each.id, added.addCopy(each, ids.get(each.parent) ?? page.id));
  store.transact(pageMessages.steps.paste(widget.name), (transaction) =>
    added.records.forEach((record) => transaction.add(record)),
  );
  return { id: ids.get(widget.id) ?? newRecordId() };
}

/** Puts a copy of a widget behind it. */
export function duplicateWidget(pages: PagesOf, widget: WidgetRecord): Pasted {
  const text = copyWidget(widget.id, pages.index) ?? "";
  return pasteWidget(pages, text, placeAfter(widget, pages.index));
}
