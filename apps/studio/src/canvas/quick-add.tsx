import { Popover, ScrollArea, TextInput, UnstyledButton } from "@mantine/core";
import { useMemo, useState } from "react";
import { useProject } from "../project/use-project.tsx";
import { ActivityIcon } from "./activity-icon.tsx";
import type { Point } from "./geometry.ts";
import { rankActivities } from "./rank-activities.ts";

/** The list that a `+` on a flow opens: type to filter, Enter takes the first. */
export function QuickAdd(props: { at: Point; onChoose: (kind: string) => void; onClose: () => void }) {
  const { catalog } = useProject();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = useMemo(() => {
    const insertable = catalog.definitions.filter(
      ({ isInToolbox, outcomes }) => isInToolbox && outcomes.kind !== "none",
    );
    return rankActivities(insertable, query).slice(0, 12);
  }, [catalog, query]);
  return (
    <Popover
      opened
      onClose={props.onClose}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <span style={{ position: "fixed", left: props.at.x, top: props.at.y + 8 }} />
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <TextInput
          aria-label="Find an activity"
          placeholder="Find an activity"
          data-autofocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            const chosen = found[active];
            if (event.key === "ArrowDown") setActive((at) => Math.min(at + 1, found.length - 1));
            else if (event.key === "ArrowUp") setActive((at) => Math.max(at - 1, 0));
            else if (event.key === "Enter" && chosen) props.onChoose(chosen.kind);
            else return;
            event.preventDefault();
          }}
        />
        <ScrollArea.Autosize mah={340} mt={6}>
          <div role="listbox" aria-label="Activities">
            {found.map((definition, at) => (
              <UnstyledButton
                key={definition.kind}
                role="option"
                aria-selected={at === active}
                className="rv-quick-add-row"
                data-active={at === active || undefined}
                onClick={() => props.onChoose(definition.kind)}
              >
                <ActivityIcon definition={definition} size={24} />
                <span>{definition.label}</span>
              </UnstyledButton>
            ))}
          </div>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
