import { Button, Group, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { Search } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { Dialog } from "../dialogs/dialog.tsx";

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
  /** More buttons in the foot: "New entity". */
  readonly actions?: ReactNode;
}

/** A dialog to pick an entity, enumeration or microflow: own modules first, search, Enter takes the first. */
export function DocumentPicker({ title, rows, value, onSelect, onClose, actions }: DocumentPickerProps) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(value);
  const groups = useMemo(() => grouped(rows, query), [rows, query]);
  const first = groups[0]?.rows[0]?.name;
  const isListed = groups.some((group) => group.rows.some(({ name }) => name === chosen));
  const take = isListed ? chosen : first;
  return (
    <Dialog onClose={onClose} title={title} size={520}>
      <TextInput
        aria-label="Search"
        placeholder="Search"
        leftSection={<Search size={14} />}
        data-autofocus
        data-testid="picker-search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || take === undefined) return;
          event.preventDefault();
          onSelect(query !== "" && first !== undefined && !isListed ? first : take);
        }}
      />
      <ScrollArea h={320} mt="sm" type="auto">
        {groups.length === 0 && (
          <Text c="dimmed" ta="center" mt="xl">
            Nothing has “{query}” in its name.
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
      <Group justify="space-between" mt="md">
        <span>{actions}</span>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={take === undefined} onClick={() => take !== undefined && onSelect(take)}>
            Select
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}
