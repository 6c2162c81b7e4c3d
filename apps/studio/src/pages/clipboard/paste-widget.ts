import type { WidgetRecord } from "@rivulet/model";
import { findWidget, wholeOfPart } from "@rivulet/pages";
import { pageMessages } from "../../messages/page-messages.ts";
import type { ChangingProject } from "../move-widgets.ts";
import { NewWidgets } from "../new-widgets.ts";
import { canStandIn, landingOf, pageOf, placeAfter, type WidgetPlace } from "../widget-place.ts";
import { type CopiedWidget, copyWidgets, readCopiedWidgets } from "./copied-widget.ts";

/** What came of a paste: the ids of the widgets that came, or why none did. */
export type Pasted = { readonly ids: readonly string[] } | { readonly fault: string };

/** Why a widget cannot stand in a document, or at a place of it. */
function whyNotHere(kind: string): string {
  const { faults } = pageMessages;
  const definition = findWidget(kind);
  if (!definition) return faults.unknownWidget(kind);
  const whole = findWidget(wholeOfPart(kind) ?? "");
  return whole ? faults.needsWhole(definition.label, whole.label) : faults.notHere(definition.label);
}

/** Puts one copied widget at a place; returns its id, or why it cannot stand there. */
function pasteOne(
  { store, index }: ChangingProject,
  { widget, inside }: CopiedWidget,
  place: WidgetPlace,
): { readonly id: string } | { readonly fault: string } {
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
  const id = added.landCopy(widget, landing, index);
  const ids = new Map([[widget.id, id]]);
  for (const each of inside) ids.set(each.id, added.addCopy(each, ids.get(each.parent) ?? page.id));
  store.transact(pageMessages.steps.paste(widget.name), (transaction) =>
    added.records.forEach((record) => transaction.add(record)),
  );
  return { id };
}

/**
 * Puts copied widgets at a place, one behind the other, with all that is in them: all or none, as one step. Each keeps its
 * name where no other widget has it.
 */
export function pasteWidgets(project: ChangingProject, text: string, place: WidgetPlace): Pasted {
  const read = readCopiedWidgets(text);
  if (read.kind === "refused") return { fault: read.message };
  const { copied } = read;
  const names = copied.map(({ widget }) => widget.name);
  const gesture = project.store.begin(pageMessages.steps.pasteSeveral(names));
  const ids: string[] = [];
  for (const each of copied) {
    const pasted = pasteOne(project, each, place);
    if ("fault" in pasted) {
      gesture.cancel();
      return pasted;
    }
    ids.push(pasted.id);
  }
  gesture.commit();
  return { ids };
}

/** Puts copies of widgets behind the last of them. */
export function duplicateWidgets(project: ChangingProject, widgets: readonly WidgetRecord[]): Pasted {
  const last = widgets.at(-1);
  const text = copyWidgets(widgets, project.index);
  return last && text !== undefined
    ? pasteWidgets(project, text, placeAfter(last, project.index))
    : { ids: [] };
}
