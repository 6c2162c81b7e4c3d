import { Modal } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { dialogMessages } from "../messages/dialog-messages.ts";

const firstField =
  "[data-autofocus], .rv-parameter-table tbody tr, input:not([type=hidden]):not([readonly]), textarea, .cm-content, .rv-picker-field button";

/** Puts the focus on the first field; when the dialog goes, back to where it came from. */
function useDialogFocus() {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    // After the focus trap of the component library has chosen the close button.
    const timer = setTimeout(() => {
      const field = body.current?.querySelector<HTMLElement>(firstField);
      if (!body.current?.contains(document.activeElement)) field?.focus();
    }, 20);
    return () => {
      clearTimeout(timer);
      setTimeout(() => opener?.isConnected && opener.focus(), 0);
    };
  }, []);
  return body;
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
