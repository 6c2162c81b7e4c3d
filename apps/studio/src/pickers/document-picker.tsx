import { Button, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { Plus, Search } from "lucide-react";
import { useMemo, useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { NewDocumentDialog } from "../explorer/new-document-dialog.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { useProject } from "../project/use-project.tsx";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";

/** Something that can be picked, by its qualified name. */
export interface PickerRow {
  readonly name: string;
  readonly note?: string | undefined;
  /** From a connector module: listed after the project's own. */
  readonly isFromConnector: boolean;
}

interface Groups {
  readonly module: string;
  readonly rows: readonly PickerRow[];
}

function grouped(rows: readonly PickerRow[], query: string): Groups[] {
  const wanted = query.trim().toLowerCase();
  const groups = new Map<string, PickerRow[]>();
  const ordered = [...rows].sort(
    (left, right) => Number(left.isFromConnector) - Number(right.isFromConnector),
  );
  for (const row of ordered) {
    if (wanted !== "" && !row.name.toLowerCase().includes(wanted)) continue;
    const [module = ""] = row.name.split(".", 1);
    groups.set(module, [...(groups.get(module) ?? []), row]);
  }
  return [...groups].map(([module, found]) => ({ module, rows: found }));
}

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

/** A dialog to pick an entity, enumeration or microflow: own modules first, search, Enter takes the first. */
export function DocumentPicker({ title, rows, value, onSelect, onClose, creates }: DocumentPickerProps) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(value);
  const groups = useMemo(() => grouped(rows, query), [rows, query]);
  const first = groups[0]?.rows[0]?.name;
  const isListed = groups.some((group) => group.rows.some(({ name }) => name === chosen));
  const take = isListed ? chosen : first;
  return (
    <FormDialog
      title={title}
      size={520}
      isBlocked={take === undefined}
      submitLabel={dialogMessages.select}
      note={creates && <NewButton what={creates} onMade={onSelect} />}
      onSubmit={() => take !== undefined && onSelect(take)}
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
      />
      <ScrollArea h={320} type="auto">
        {groups.length === 0 && (
          <Text c="dimmed" ta="center" mt="xl">
            {query === "" ? dialogMessages.nothingToPick : dialogMessages.nothingNamed(query)}
          </Text>
        )}
        {groups.map((group) => (
          <div key={group.module} role="group" aria-label={group.module}>
            <Text size="xs" c="dimmed" fw={600} px="xs" pt="xs">
              {group.module}
            </Text>
            {group.rows.map((row) => (
              <UnstyledButton
                key={row.name}
                className="rv-picker-row"
                aria-pressed={row.name === take}
                data-active={row.name === take || undefined}
                data-testid={`picker-${row.name}`}
                onClick={() => setChosen(row.name)}
                onDoubleClick={() => onSelect(row.name)}
              >
                <span>{row.name.slice(group.module.length + 1)}</span>
                {row.note !== undefined && <span className="rv-option-note">{row.note}</span>}
              </UnstyledButton>
            ))}
          </div>
        ))}
      </ScrollArea>
    </FormDialog>
  );
}
