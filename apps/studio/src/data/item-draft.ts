import type { ItemJson } from "./attribute.ts";
import { type FormRow, faultsOfRows, itemOfRows, rowsOf } from "./form-rows.ts";
import { notPlain, plainText, type ReadText, readPlainText, readTypedText, typedText } from "./item-text.ts";

/** An item while somebody writes it: as a form, as plain JSON or as DynamoDB's own. */
export type ItemDraft =
  | { readonly view: "form"; readonly rows: readonly FormRow[] }
  | { readonly view: "plain" | "typed"; readonly text: string };

/** How an item can be written. */
export type DraftView = ItemDraft["view"];

/** An item as it is shown to be written. What plain JSON cannot say is shown as DynamoDB's own. */
export function draftOf(item: ItemJson, view: DraftView): ItemDraft {
  if (view === "form") return { view, rows: rowsOf(item) };
  if (view === "plain" && notPlain(item) === undefined) return { view, text: plainText(item) };
  return { view: "typed", text: typedText(item) };
}

/** The item that a draft says, or why it says none. */
export function readDraft(draft: ItemDraft): ReadText {
  if (draft.view === "form") {
    const [fault] = faultsOfRows(draft.rows).values();
    return fault === undefined ? { item: itemOfRows(draft.rows) } : { fault };
  }
  return draft.view === "plain" ? readPlainText(draft.text) : readTypedText(draft.text);
}

/**
 * The item to show when somebody goes on in another way: of a form, what is not filled in yet is left out. `undefined`
 * where something that was written would be lost.
 */
export function itemToShow(draft: ItemDraft): ItemJson | undefined {
  const { item } = readDraft(draft);
  if (item || draft.view !== "form") return item;
  const faults = faultsOfRows(draft.rows);
  const rows = draft.rows.filter(({ id, text }) => text !== "" || !faults.has(id));
  return faultsOfRows(rows).size === 0 ? itemOfRows(rows) : undefined;
}
