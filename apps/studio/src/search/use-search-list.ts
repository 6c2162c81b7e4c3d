import { type KeyboardEvent, useId, useLayoutEffect, useState } from "react";

/** A text field above a list of results, as the keyboard and a screen reader know it. */
export interface SearchList {
  /** For the text field: the focus stays in it, the arrows move through the results. */
  readonly inputProps: {
    readonly role: "combobox";
    readonly "aria-expanded": boolean;
    readonly "aria-controls": string;
    readonly "aria-activedescendant": string | undefined;
    readonly "aria-autocomplete": "list";
    readonly autoComplete: "off";
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly listProps: { readonly id: string; readonly role: "listbox" };
  readonly optionProps: (position: number) => {
    readonly id: string;
    readonly role: "option";
    readonly "aria-selected": boolean;
    readonly onMouseMove: () => void;
  };
  /** Position of the result that Enter takes. */
  readonly selected: number;
  readonly select: (position: number) => void;
}

/** Where the arrows lead in a list; past its ends it goes round. */
function nextPosition(key: string, position: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (position + 1) % count;
    case "ArrowUp":
      return (position - 1 + count) % count;
    case "PageDown":
      return Math.min(position + 8, count - 1);
    case "PageUp":
      return Math.max(position - 8, 0);
    default:
      return undefined;
  }
}

/**
 * The behaviour of a search field with its results (ARIA pattern: combobox with a listbox that is always open).
 *
 * @param query what is searched; when it changes, the first result is selected again
 * @param initial position that is selected in the beginning; the first when left out
 */
export function useSearchList({
  query,
  count,
  initial = 0,
  onChoose,
}: {
  readonly query: string;
  readonly count: number;
  readonly initial?: number;
  readonly onChoose: (position: number) => void;
}): SearchList {
  const id = useId();
  const [choice, setChoice] = useState({ query, position: initial });
  const selected = choice.query === query ? Math.min(choice.position, count - 1) : 0;
  const select = (position: number) => setChoice({ query, position });
  const optionId = (position: number) => `${id}-${position}`;
  useLayoutEffect(() => {
    document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [id, selected]);
  return {
    selected,
    select,
    inputProps: {
      role: "combobox",
      "aria-expanded": count > 0,
      "aria-controls": id,
      "aria-activedescendant": count > 0 ? optionId(selected) : undefined,
      "aria-autocomplete": "list",
      autoComplete: "off",
      onKeyDown: (event) => {
        if (count === 0 || event.nativeEvent.isComposing) return;
        const next = nextPosition(event.key, selected, count);
        if (next !== undefined) select(next);
        else if (event.key === "Enter") onChoose(selected);
        else return;
        event.preventDefault();
      },
    },
    listProps: { id, role: "listbox" },
    optionProps: (position) => ({
      id: optionId(position),
      role: "option",
      "aria-selected": position === selected,
      // Not on entering: results that slide under a resting pointer shall not be selected.
      onMouseMove: () => position !== selected && select(position),
    }),
  };
}
