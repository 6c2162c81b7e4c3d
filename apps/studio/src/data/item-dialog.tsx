import { SegmentedControl, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback, useMemo, useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { dataMessages } from "../messages/data-messages.ts";
import { sentenceOf } from "../people/tell-failure.ts";
import { changeAgain, changedNames, type ItemJson, inOrder } from "./attribute.ts";
import { keyText } from "./cell-text.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { type DataPlace, dataApi, ItemChanged, type TableFacts } from "./data-api.ts";
import { readPageAgain } from "./data-controller.ts";
import type { FormRow } from "./form-rows.ts";
import type { ItemAct } from "./item-act.ts";
import { type DraftView, draftOf, type ItemDraft, itemToShow, readDraft } from "./item-draft.ts";
import { ItemForm } from "./item-form.tsx";
import { notPlain } from "./item-text.ts";

interface ItemDialogProps {
  readonly place: DataPlace;
  readonly facts: TableFacts;
  readonly item: ItemJson;
  /** The attribute in whose field somebody begins. */
  readonly attribute?: string | undefined;
  /** Whether it is to be added; else it is changed. */
  readonly isNew: boolean;
  readonly onAct: (act: ItemAct) => void;
  readonly onClose: () => void;
}

/** What came in the way of a save. */
type Hindrance =
  | { readonly kind: "fault"; readonly message: string }
  | { readonly kind: "conflict"; readonly message: string; readonly present: ItemJson | null };

function hindranceOf(error: unknown): Hindrance {
  if (error instanceof ItemChanged)
    return { kind: "conflict", message: error.message, present: error.present };
  return { kind: "fault", message: sentenceOf(error) };
}

/** How the item is written; another way is open while it can be read. */
function ViewSwitch({
  draft,
  item,
  onView,
}: {
  readonly draft: ItemDraft;
  readonly item: ItemJson | undefined;
  readonly onView: (view: DraftView) => void;
}) {
  const special = item && notPlain(item);
  const views = (["form", "plain", "typed"] as const).map((value) => ({
    value,
    label: dataMessages.views[value],
    disabled: value !== draft.view && (item === undefined || (value === "plain" && special !== undefined)),
  }));
  return (
    <div className="rv-item-views">
      <SegmentedControl
        aria-label={dataMessages.view}
        size="xs"
        data={views}
        value={draft.view}
        data-testid="item-view"
        onChange={(view) => onView(view)}
      />
      {special !== undefined && <span>{dataMessages.notPlain(special)}</span>}
    </div>
  );
}

/** What is edited, what it started from, and whether it is to be added or changed. */
interface Editing {
  readonly seen: ItemJson;
  readonly isNew: boolean;
  readonly draft: ItemDraft;
}

/** An item, new or as it is, as a form or JSON; saved unless somebody else was faster, who is shown then. */
export function ItemDialog(props: ItemDialogProps) {
  const { place, facts, item, onAct, onClose } = props;
  const show = (of: ItemJson, view: DraftView) => draftOf(inOrder(of, facts.key), view);
  const [editing, setEditing] = useState<Editing>(() => ({
    seen: item,
    isNew: props.isNew,
    draft: show(item, "form"),
  }));
  const [hindrance, setHindrance] = useState<Hindrance>();
  const { seen, isNew, draft } = editing;
  const read = useMemo(() => readDraft(draft), [draft]);
  const shown = useMemo(() => itemToShow(draft), [draft]);
  const isUnchanged = !isNew && read.item !== undefined && changedNames(seen, read.item).length === 0;
  const begin = (change: Partial<Editing>) => {
    setEditing((before) => ({ ...before, ...change }));
    setHindrance(undefined);
  };
  const changeRows = useCallback((change: (rows: readonly FormRow[]) => readonly FormRow[]) => {
    setEditing((before) => {
      const { draft: written } = before;
      if (written.view !== "form") return before;
      return { ...before, draft: { view: "form", rows: change(written.rows) } };
    });
    setHindrance(undefined);
  }, []);
  const save = async () => {
    if (!read.item) return;
    try {
      if (isNew) await dataApi.add(place, facts.name, read.item);
      else await dataApi.change(place, facts.name, { seen, wanted: read.item });
    } catch (error) {
      setHindrance(hindranceOf(error));
      return;
    }
    onClose();
    notifications.show({ message: isNew ? dataMessages.added : dataMessages.saved });
    await readPageAgain();
  };
  return (
    <FormDialog
      title={isNew ? dataMessages.newItem(facts.name) : dataMessages.item(keyText(seen, facts.key))}
      size={720}
      isBlocked={read.item === undefined || isUnchanged || hindrance?.kind === "conflict"}
      submitLabel={isNew ? dataMessages.add : dataMessages.save}
      submitTestId="save-item"
      testId="item-dialog"
      note={isUnchanged ? dataMessages.nothingChanged : undefined}
      onSubmit={save}
      onClose={onClose}
    >
      <ViewSwitch
        draft={draft}
        item={shown}
        onView={(view) => shown && begin({ draft: show(shown, view) })}
      />
      {draft.view === "form" ? (
        <ItemForm
          rows={draft.rows}
          fixed={facts.key.map(({ name }) => name)}
          isNew={isNew}
          attribute={props.attribute}
          onRows={changeRows}
        />
      ) : (
        <Textarea
          className="rv-item-text"
          aria-label={dataMessages.itemText}
          rows={18}
          spellCheck={false}
          value={draft.text}
          error={read.fault}
          data-testid="item-text"
          onChange={(event) => begin({ draft: { view: draft.view, text: event.currentTarget.value } })}
        />
      )}
      {hindrance?.kind === "fault" && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {hindrance.message}
        </Text>
      )}
      {hindrance?.kind === "conflict" && (
        <ConflictNotice
          message={hindrance.message}
          seen={isNew ? undefined : seen}
          present={hindrance.present}
          onOpen={(present) => onAct({ kind: "open", item: present })}
          onTheirs={(present) => begin({ seen: present, draft: show(present, draft.view) })}
          onMine={(present) =>
            read.item &&
            begin({
              seen: present,
              draft: show(changeAgain({ seen, wanted: read.item }, present), draft.view),
            })
          }
          onAddAgain={() => begin({ isNew: true })}
        />
      )}
    </FormDialog>
  );
}
