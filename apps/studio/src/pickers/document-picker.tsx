import { Button, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import { useMemo, useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { NewDocumentDialog } from "../explorer/new-document-dialog.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { type SearchList, useSearchList } from "../search/use-search-list.ts";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";
import { findRows, type PickerRow } from "./find-rows.ts";

export interface DocumentPickerProps {
  readonly title: string;
  readonly rows: readonly PickerRow[];
  readonly value: string | undefined;
  readonly onSelect: (name: string) => void;
  readonly onClose: () => void;
  /** What can be made here when it is not there yet. */
  readonly creates?: NewDocumentKind | undefined;
}

/** Makes what is missing, and gives its name. */
function NewButton({ what, onMade }: { what: NewDocumentKind; onMade: (name: string) => void }) {
  const project = useProject();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<Plus size={14} />}
        data-testid="picker-new"
        onClick={() => setIsOpen(true)}
      >
        {explorerMessages.newTitle(what)}
      </Button>
      {isOpen && (
        <NewDocumentDialog
          dialog={{ kind: "new", what }}
          onClose={() => setIsOpen(false)}
          onMade={(record) => {
            const name = project.index.qualifiedNameOf(record);
            if (name !== undefined) onMade(name);
          }}
        />
      )}
    </>
  );
}

/**
 * A dialog to pick an entity, enumeration or microflow: own modules first, search; the keyboard stays in the search,
 * where arrows go through what is found and Enter takes it.
 */
export function DocumentPicker({ title, rows, value, onSelect, onClose, creates }: DocumentPickerProps) {
  const [query, setQuery] = useState("");
  const groups = useMemo(() => findRows(rows, query), [rows, query]);
  const found = groups.flatMap((group) => group.rows);
  const take = (position: number) => {
    const row = found[position];
    if (row) onSelect(row.name);
  };
  const list = useSearchList({
    query,
    count: found.length,
    initial: Math.max(
      0,
      found.findIndex(({ name }) => name === value),
    ),
    onChoose: take,
  });
  return (
    <FormDialog
      title={title}
      size={520}
      isBlocked={found.length === 0}
      submitLabel={dialogMessages.select}
      note={creates && <NewButton what={creates} onMade={onSelect} />}
      onSubmit={() => take(list.selected)}
      onClose={onClose}
    >
      <TextInput
        aria-label={dialogMessages.search}
        placeholder={dialogMessages.search}
        leftSection={<Search size={14} />}
        data-autofocus
        data-testid="picker-search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        {...list.inputProps}
      />
      <ScrollArea h={320} type="auto">
        {groups.length === 0 && (
          <Text c="dimmed" ta="center" mt="xl">
            {query === "" ? dialogMessages.nothingToPick : dialogMessages.nothingNamed(query)}
          </Text>
        )}
        <div aria-label={title} {...list.listProps}>
          {groups.map((group) => (
            <div key={group.module} role="group" aria-label={group.module}>
              <Text size="xs" c="dimmed" fw={600} px="xs" pt="xs" role="presentation">
                {group.module}
              </Text>
              {group.rows.map((row) => (
                <PickerOption
                  key={row.name}
                  row={row}
                  list={list}
                  position={found.indexOf(row)}
                  onTake={() => onSelect(row.name)}
                />
              ))}
            </div>
          ))}
        </div>
      </ScrollArea>
    </FormDialog>
  );
}

interface PickerOptionProps {
  readonly row: PickerRow;
  readonly list: SearchList;
  readonly position: number;
  readonly onTake: () => void;
}

/** A row: a click marks it, a double click takes it. */
function PickerOption({ row: { name, note }, list, position, onTake }: PickerOptionProps) {
  // The pointer goes over rows on its way to the button below them: only a click marks one.
  const { onMouseMove: _unused, ...option } = list.optionProps(position);
  return (
    <UnstyledButton
      {...option}
      className="rv-picker-row"
      tabIndex={-1}
      data-active={option["aria-selected"] || undefined}
      data-testid={`picker-${name}`}
      onClick={() => list.select(position)}
      onDoubleClick={onTake}
    >
      <span>{name.slice(name.indexOf(".") + 1)}</span>
      {note !== undefined && <span className="rv-option-note">{note}</span>}
    </UnstyledButton>
  );
}
