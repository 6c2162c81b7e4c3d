import { Modal } from "@mantine/core";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";

/** What can be the first field. An expression is drawn a moment after its frame: the frame keeps its turn. */
const firstField =
  ".rv-parameter-table tbody tr, input:not([type=hidden], [type=radio], [readonly]), textarea, .rv-code, .rv-picker-field button";

/** Puts the focus on the first field of a dialog, what is written there selected. */
function focusFirstField(body: HTMLElement | null): void {
  const field =
    body?.querySelector<HTMLElement>("[data-autofocus]") ?? body?.querySelector<HTMLElement>(firstField);
  if (!field) return;
  // The focus trap of the component library chooses a moment later: it would choose the close button.
  field.setAttribute("data-autofocus", "true");
  focusAtOnce(field);
  if (field instanceof HTMLInputElement) field.select();
}

/**
 * Whether the focus may go back to what opened a dialog: a quick hand may have put it elsewhere by then, but not below the
 * dialog that the opener stands in.
 */
function mayReturnTo(opener: Element): boolean {
  const present = document.activeElement;
  if (present === null || present === document.body) return true;
  return opener.closest("[role=dialog]") !== null && present.closest("[role=dialog]") === null;
}

/**
 * When the dialog goes, the focus goes back to where it came from: at once, so that the next key is for what is below, as
 * a second Esc is for the dialog that this one stands in.
 */
function useReturnOfFocus(body: RefObject<HTMLElement | null>): void {
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      const isInside = body.current?.closest("[role=dialog]")?.contains(document.activeElement) === true;
      if (isInside && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener, body],
  );
  // What the focus was in may be gone before the dialog, or the opener with it and back since.
  useEffect(
    () => () => {
      setTimeout(() => {
        if (opener instanceof HTMLElement && opener.isConnected && mayReturnTo(opener)) opener.focus();
      }, 0);
    },
    [opener],
  );
}

/** Whether something inside the dialog, a list that is open, takes Esc for itself. */
function isTaken(event: KeyboardEvent): boolean {
  const { mantineStopPropagation } = (event.target as HTMLElement).dataset;
  return event.defaultPrevented || mantineStopPropagation === "true";
}

/** A dialog as all dialogs of the studio are: Esc and the cross close it, dialogs may stand in dialogs. */
export function Dialog(props: {
  title: ReactNode;
  /** Width in pixels. */
  size: number;
  /** Keys that are pressed anywhere in it, also while none of its fields has the focus. */
  onKeyDown?: (event: KeyboardEvent) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  useReturnOfFocus(body);
  const begin = useCallback((element: HTMLDivElement | null) => {
    body.current = element;
    focusFirstField(element);
  }, []);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={props.size}
      returnFocus={false}
      // The library would close all dialogs that stand in each other at once.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isTaken(event)) props.onClose();
        props.onKeyDown?.(event);
        // A dialog inside another one is inside it for React: its keys are its own. Only Tab goes on: the focus trap
        // hears it at the document, and without it the focus would leave the dialog behind its last button.
        if (event.key !== "Tab") event.stopPropagation();
      }}
      closeButtonProps={{ "aria-label": dialogMessages.close }}
    >
      <div ref={begin}>{props.children}</div>
    </Modal>
  );
}
