import { SegmentedControl, Text, Textarea } from "@mantine/core";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { dataMessages } from "../messages/data-messages.ts";
import { keyText } from "./cell-text.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import type { KeyPart } from "./data-api.ts";
import type { ItemAct } from "./item-act.ts";
import { ItemForm } from "./item-form.tsx";
import { notPlain } from "./item-text.ts";
import { type ItemEditing, type OpenedItem, useItemEditing } from "./use-item-editing.ts";

interface ItemDialogProps extends OpenedItem {
  /** The attribute in whose field somebody begins. */
  readonly attribute?: string | undefined;
  readonly onAct: (act: ItemAct) => void;
  readonly onClose: () => void;
}

/** How the item is written; another way is open while nothing is lost by it. */
function ViewSwitch({ editing: { draft, shown, view } }: { readonly editing: ItemEditing }) {
  const special = shown && notPlain(shown);
  const views = (["form", "plain", "typed"] as const).map((value) => ({
    value,
    label: dataMessages.views[value],
    disabled: value !== draft.view && (!shown || (value === "plain" && special !== undefined)),
  }));
  return (
    <div className="rv-item-views">
      <SegmentedControl
        aria-label={dataMessages.view}
        size="xs"
        data={views}
        value={draft.view}
        data-testid="item-view"
        onChange={view}
      />
      {special !== undefined && <span>{dataMessages.notPlain(special)}</span>}
    </div>
  );
}

/** The item itself, as it is written. */
function DraftField({
  editing: { draft, read, isNew, write, changeRows },
  keyParts,
  attribute,
}: {
  readonly editing: ItemEditing;
  readonly keyParts: readonly KeyPart[];
  readonly attribute: string | undefined;
}) {
  if (draft.view === "form") {
    const fixed = keyParts.map(({ name }) => name);
    return (
      <ItemForm rows={draft.rows} fixed={fixed} isNew={isNew} attribute={attribute} onRows={changeRows} />
    );
  }
  return (
    <Textarea
      className="rv-item-text"
      aria-label={dataMessages.itemText}
      rows={18}
      spellCheck={false}
      value={draft.text}
      error={read.fault}
      data-testid="item-text"
      onChange={(event) => write({ view: draft.view, text: event.currentTarget.value })}
    />
  );
}

/** What came in the way of the save, and what can be done then. */
function HindranceNotice({
  editing: { hindrance, isNew, seen, takeTheirs, putMineOver, addAgain },
  onAct,
}: {
  readonly editing: ItemEditing;
  readonly onAct: (act: ItemAct) => void;
}) {
  if (!hindrance) return null;
  if (hindrance.kind === "fault") {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {hindrance.message}
      </Text>
    );
  }
  return (
    <ConflictNotice
      message={hindrance.message}
      seen={isNew ? undefined : seen}
      present={hindrance.present}
      onOpen={(present) => onAct({ kind: "open", item: present })}
      onTheirs={takeTheirs}
      onMine={putMineOver}
      onAddAgain={addAgain}
    />
  );
}

/** An item, new or as it is, as a form or JSON; saved unless somebody else was faster, who is shown then. */
export function ItemDialog({ attribute, onAct, onClose, ...opened }: ItemDialogProps) {
  const { facts } = opened;
  const editing = useItemEditing(opened, onClose);
  const { isNew, isUnchanged, read, seen, hindrance, save } = editing;
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
      <ViewSwitch editing={editing} />
      <DraftField editing={editing} keyParts={facts.key} attribute={attribute} />
      <HindranceNotice editing={editing} onAct={onAct} />
    </FormDialog>
  );
}
