import { ActionIcon, Group, Loader, Select, Text, Tooltip, VisuallyHidden } from "@mantine/core";
import type { NamingAttribute } from "@rivulet/activities";
import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { tableMessages } from "../messages/table-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { useActiveConfiguration } from "../project/use-session.tsx";
import { offeredNames } from "./names-for-member.ts";
import { useTableKnowledge } from "./use-table-knowledge.ts";

interface NamePickerProps {
  readonly names: Exclude<NamingAttribute["names"], "keyCondition">;
  readonly isReadOnly: boolean;
  readonly onPick: (name: string) => void;
}

/** Tables on this machine are asked for without being told to: that reaches nobody else. */
function useLookUpWhenLocal(): void {
  const { tables } = useTableKnowledge();
  const { index } = useProject();
  const active = useActiveConfiguration();
  const configuration = index.settings?.configurations.find(({ name }) => name === active);
  const isLocal = configuration?.kind === "embedded";
  useEffect(() => {
    if (isLocal) void tables.lookUp(false);
    else tables.freshen();
  }, [tables, isLocal]);
}

/** The names that are known, for an expression that names one; any other text can be written instead. */
export function NamePicker({ names, isReadOnly, onPick }: NamePickerProps) {
  useLookUpWhenLocal();
  const { tables, state } = useTableKnowledge();
  const { known, isAsking } = state;
  const regions = known?.regions ?? [];
  const offered = offeredNames(regions, names);
  const failure = state.failure ?? regions.find(({ error }) => error)?.error?.message;
  const isCut = names === "table" && regions.some((region) => region.isCut);
  const nothing = failure ?? (known ? tableMessages.noneKnown : tableMessages.unasked);
  // All in the field itself: a line that comes with the answer would move the dialog under the pointer.
  const summary = offered.length === 0 ? nothing : tableMessages.count(offered.length, isCut);
  return (
    <div>
      <Group gap={6} align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={tableMessages.pick[names]}
          data={offered.map(({ text }) => text)}
          renderOption={({ option }) => (
            <div>
              {option.value}
              <Text size="xs" c="dimmed">
                {offered.find(({ text }) => text === option.value)?.detail}
              </Text>
            </div>
          )}
          value={null}
          limit={100}
          searchable
          disabled={isReadOnly || offered.length === 0}
          placeholder={summary}
          title={failure}
          data-testid="known-names"
          onChange={(name) => name !== null && onPick(name)}
        />
        <Tooltip label={tableMessages.lookUpHint}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={isAsking ? tableMessages.asking : tableMessages.lookUp}
            aria-disabled={isAsking}
            data-testid="look-up-tables"
            onClick={() => void tables.lookUp(true)}
          >
            {isAsking ? <Loader size={14} /> : <RefreshCw size={14} />}
          </ActionIcon>
        </Tooltip>
      </Group>
      <VisuallyHidden role="status" data-testid="look-up-failure">
        {failure}
      </VisuallyHidden>
    </div>
  );
}
