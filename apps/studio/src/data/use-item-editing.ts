import { notifications } from "@mantine/notifications";
import { useCallback, useMemo, useState } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import { sentenceOf } from "../people/tell-failure.ts";
import { changeAgain, changedNames, type ItemJson, inOrder } from "./attribute.ts";
import { type DataPlace, dataApi, ItemChanged, type TableFacts } from "./data-api.ts";
import { readPageAgain } from "./data-controller.ts";
import type { FormRow } from "./form-rows.ts";
import { type DraftView, draftOf, type ItemDraft, itemToShow, readDraft } from "./item-draft.ts";
import type { ReadText } from "./item-text.ts";

/** An item that somebody opens, and where it is kept. */
export interface OpenedItem {
  readonly place: DataPlace;
  readonly facts: TableFacts;
  readonly item: ItemJson;
  /** Whether it is to be added; else it is changed. */
  readonly isNew: boolean;
}

/** What came in the way of a save. */
export type Hindrance =
  | { readonly kind: "fault"; readonly message: string }
  | { readonly kind: "conflict"; readonly message: string; readonly present: ItemJson | null };

/** What is edited, what it started from, and whether it is to be added or changed. */
interface Editing {
  readonly seen: ItemJson;
  readonly isNew: boolean;
  readonly draft: ItemDraft;
  readonly hindrance: Hindrance | undefined;
}

/** An item while it is edited: what is written, and what can be done with it. */
export interface ItemEditing extends Editing {
  readonly read: ReadText;
  /** The item to be shown in another way; `undefined` while something would be lost by that. */
  readonly shown: ItemJson | undefined;
  readonly isUnchanged: boolean;
  readonly write: (draft: ItemDraft) => void;
  readonly changeRows: (change: (rows: readonly FormRow[]) => readonly FormRow[]) => void;
  readonly view: (view: DraftView) => void;
  /** Goes on with the item as somebody else has left it. */
  readonly takeTheirs: (present: ItemJson) => void;
  /** Does the own change once more to it; it still has to be saved. */
  readonly putMineOver: (present: ItemJson) => void;
  readonly addAgain: () => void;
  /** Saves it, and then tells so; what comes in the way is kept. */
  readonly save: () => Promise<void>;
}

function hindranceOf(error: unknown): Hindrance {
  if (error instanceof ItemChanged)
    return { kind: "conflict", message: error.message, present: error.present };
  return { kind: "fault", message: sentenceOf(error) };
}

/** Saves an item: adds it, or writes what was changed. */
async function saveItem(
  { place, facts }: OpenedItem,
  { isNew, seen }: Editing,
  wanted: ItemJson,
): Promise<Hindrance | undefined> {
  try {
    if (isNew) await dataApi.add(place, facts.name, wanted);
    else await dataApi.change(place, facts.name, { seen, wanted });
    return undefined;
  } catch (error) {
    return hindranceOf(error);
  }
}

/** Edits an item; `onSaved` is told when it is written. */
export function useItemEditing(opened: OpenedItem, onSaved: () => void): ItemEditing {
  const { facts, item } = opened;
  const show = (of: ItemJson, view: DraftView) => draftOf(inOrder(of, facts.key), view);
  const [editing, setEditing] = useState<Editing>(() => ({
    seen: item,
    isNew: opened.isNew,
    draft: show(item, "form"),
    hindrance: undefined,
  }));
  const { seen, isNew, draft } = editing;
  const read = useMemo(() => readDraft(draft), [draft]);
  const shown = useMemo(() => itemToShow(draft), [draft]);
  const begin = (change: Partial<Editing>) =>
    setEditing((before) => ({ ...before, hindrance: undefined, ...change }));
  const changeRows = useCallback<ItemEditing["changeRows"]>(
    (change) =>
      setEditing((before) => {
        if (before.draft.view !== "form") return before;
        return { ...before, hindrance: undefined, draft: { view: "form", rows: change(before.draft.rows) } };
      }),
    [],
  );
  const save = async () => {
    if (!read.item) return;
    const hindrance = await saveItem(opened, editing, read.item);
    if (hindrance) return begin({ hindrance });
    onSaved();
    notifications.show({ message: isNew ? dataMessages.added : dataMessages.saved });
    await readPageAgain();
  };
  const goOn = (present: ItemJson, wanted: ItemJson) =>
    begin({ seen: present, draft: show(wanted, draft.view) });
  return {
    ...editing,
    read,
    shown,
    isUnchanged: !isNew && read.item !== undefined && changedNames(seen, read.item).length === 0,
    write: (written) => begin({ draft: written }),
    changeRows,
    view: (view) => shown && begin({ draft: show(shown, view) }),
    takeTheirs: (present) => goOn(present, present),
    putMineOver: (present) => read.item && goOn(present, changeAgain({ seen, wanted: read.item }, present)),
    addAgain: () => begin({ isNew: true }),
    save,
  };
}
