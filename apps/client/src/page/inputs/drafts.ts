import type { InputView } from "@rivulet/pages/view";
import { useCallback } from "react";
import { create } from "zustand";
import { usePage } from "../page-context.ts";

/** What was typed and not sent yet. */
export type Draft = string | boolean;

/** Drafts of one input that do not stand for each other: its value, and what a control of the browser writes. */
export type DraftForm = "value" | "local";

/** An input of an open page. */
interface DraftPlace {
  readonly opening: string;
  readonly widget: string;
  readonly object: string;
}

/**
 * Drafts by the keys of their inputs. They stand here and not in the inputs: an author may move an input on the page while
 * somebody types into it, and another element takes its place.
 */
const useDrafts = create<{ readonly drafts: Readonly<Record<string, Draft>> }>(() => ({ drafts: {} }));

function keyOf({ opening, widget, object }: DraftPlace): string {
  return `${opening} ${widget} ${object}`;
}

/**
 * What is typed into an input at this moment, and how it is replaced; `undefined` takes it away.
 *
 * @param form tells drafts of one input apart
 */
export function useDraft<Value extends Draft>(
  { id: widget, object }: InputView,
  form: DraftForm = "value",
): readonly [Value | undefined, (next: (present: Value | undefined) => Value | undefined) => void] {
  const { opening } = usePage();
  const key = `${keyOf({ opening, widget, object })} ${form}`;
  const draft = useDrafts(({ drafts }) => drafts[key]) as Value | undefined;
  const setDraft = useCallback(
    (next: (present: Value | undefined) => Value | undefined) =>
      useDrafts.setState(({ drafts: { [key]: present, ...others } }) => {
        const value = next(present as Value | undefined);
        return { drafts: value === undefined ? others : { ...others, [key]: value } };
      }),
    [key],
  );
  return [draft, setDraft];
}

/** The inputs of an open page into which something is typed that was not sent yet. */
export function inputsTypedInto(opening: string): readonly Omit<DraftPlace, "opening">[] {
  return Object.keys(useDrafts.getState().drafts).flatMap((key) => {
    const [page, widget = "", object = ""] = key.split(" ");
    return page === opening ? [{ widget, object }] : [];
  });
}

/** Lets go what was typed into pages that are not open any more. */
export function forgetDrafts(isOpen: (opening: string) => boolean): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => isOpen(key.split(" ")[0] ?? ""))),
  }));
}
