import { Modal } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";

/** What can be the first field. An expression is drawn a moment after its frame: the frame keeps its turn. */
const firstField =
  ".rv-parameter-table tbody tr, input:not([type=hidden], [type=radio], [readonly]), textarea, .rv-code, .rv-picker-field button";

function focusFirstField(body: HTMLElement): void {
  const field = body.querySelector("[data-autofocus]") ?? body.querySelector(firstField);
  const target = field?.matches(".rv-code") ? field.querySelector(".cm-content, textarea") : field;
  if (!(target instanceof HTMLElement)) return;
  // The focus trap of the component library chooses a moment later: it would choose the close button.
  target.setAttribute("data-autofocus", "true");
  focusAtOnce(target);
  if (target instanceof HTMLInputElement) target.select();
}

/** Puts the focus on the first field, what is written there selected; when the dialog goes, back to where it came from. */
function useDialogFocus() {
  const body = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const late = setTimeout(() => {
      if (body.current && !body.current.contains(document.activeElement)) focusFirstField(body.current);
    }, 20);
    return () => {
      clearTimeout(late);
      setTimeout(() => opener instanceof HTMLElement && opener.isConnected && opener.focus(), 0);
    };
  }, [opener]);
  return useCallback((element: HTMLDivElement | null) => {
    body.current = element;
    if (element) focusFirstField(element);
  }, []);
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
  onClose: () => void;
  children: ReactNode;
}) {
  const body = useDialogFocus();
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
        // A dialog inside another one is inside it for React: its keys are its own.
        event.stopPropagation();
      }}
      closeButtonProps={{ "aria-label": dialogMessages.close }}
    >
      <div ref={body}>{props.children}</div>
    </Modal>
  );
}
