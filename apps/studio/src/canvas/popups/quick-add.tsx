import "./quick-add.css";
import { Popover, ScrollArea, TextInput, UnstyledButton, VisuallyHidden } from "@mantine/core";
import type { ActivityDefinition } from "@rivulet/activities";
import { useMemo, useState } from "react";
import { focusAtOnce } from "../../controls/focus-at-once.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { searchItems } from "../../search/text-match.ts";
import { useSearchList } from "../../search/use-search-list.ts";
import type { InsertionPlace } from "../actions/add-activity.ts";
import { ActivityIcon } from "../activity-icon.tsx";
import type { Drawing } from "../drawing.ts";
import type { Point } from "../geometry.ts";
import { canStandAt } from "./standing-kinds.ts";

/** Near the lower edge the list moves up beside the flow. */
const onScreen = { flip: false, shift: { crossAxis: true, padding: 8 } } as const;

const structureLast = ({ group }: ActivityDefinition) => (group === "flow" ? 1 : 0);

/** The list that a `+` on a flow opens: type to filter, Enter takes the first and goes on, Esc is enough. */
export function QuickAdd(props: {
  drawing: Drawing;
  place: InsertionPlace;
  at: Point;
  /** `goesOn`: chosen by Enter, so the next one may follow at once. */
  onChoose: (kind: string, how: { readonly goesOn: boolean }) => void;
  onClose: () => void;
}) {
  const { drawing, place } = props;
  const { catalog } = drawing.project;
  const [query, setQuery] = useState("");
  const found = useMemo(() => {
    const insertable = catalog.definitions.filter(
      (definition) => definition.isInToolbox && canStandAt(drawing, place, definition),
    );
    // What does something comes before what only joins and parts.
    const ordered = insertable.toSorted((left, right) => structureLast(left) - structureLast(right));
    return searchItems(query, ordered, (definition) => definition).slice(0, 12);
  }, [catalog, drawing, place, query]);
  const choose = (position: number, how: { readonly goesOn: boolean }) => {
    const chosen = found[position];
    if (chosen) props.onChoose(chosen.kind, how);
  };
  const list = useSearchList({
    query,
    count: found.length,
    onChoose: (position) => choose(position, { goesOn: true }),
  });
  return (
    <Popover
      opened
      onDismiss={props.onClose}
      position="bottom-start"
      middlewares={onScreen}
      shadow="md"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <span style={{ position: "fixed", left: props.at.x, top: props.at.y + 8 }}>
          <VisuallyHidden>{canvasMessages.findActivity}</VisuallyHidden>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <TextInput
          aria-label={canvasMessages.findActivity}
          placeholder={canvasMessages.findActivity}
          data-autofocus
          ref={focusAtOnce}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          {...list.inputProps}
        />
        <ScrollArea.Autosize mah={340} mt={6}>
          <div aria-label={canvasMessages.activities} {...list.listProps}>
            {found.map((definition, position) => (
              // The keyboard stays in the text field: it chooses by Enter.
              <UnstyledButton
                key={definition.kind}
                className="rv-quick-add-row"
                tabIndex={-1}
                {...list.optionProps(position)}
                onClick={() => choose(position, { goesOn: false })}
              >
                <ActivityIcon definition={definition} size={24} />
                <span>{definition.label}</span>
              </UnstyledButton>
            ))}
          </div>
          {found.length === 0 && <p className="rv-quick-add-empty">{canvasMessages.nothingFound}</p>}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
