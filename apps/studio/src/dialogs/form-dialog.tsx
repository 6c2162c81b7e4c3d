import "./form-dialog.css";
import { Button, Group, Text } from "@mantine/core";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { Dialog } from "./dialog.tsx";
import { type Task, useOneAtATime } from "./use-one-at-a-time.ts";

interface FormDialogProps {
  readonly title: ReactNode;
  /** Width in pixels. */
  readonly size: number;
  /** Whether what is written cannot be taken yet; its fields say why. */
  readonly isBlocked?: boolean;
  /** Only shown: the foot has nothing but a way out. */
  readonly isReadOnly?: boolean;
  /** The button that takes what is written; "OK" when left out. */
  readonly submitLabel?: string;
  readonly submitIcon?: ReactNode;
  /** A key that takes what is written as well: the one that opened the dialog. */
  readonly submitKey?: string;
  /** For tests, of the form and of the button. */
  readonly testId?: string;
  readonly submitTestId?: string;
  /** Beside the buttons: what one should know before. */
  readonly note?: ReactNode;
  /** Takes what is written. While that is not done yet, nothing is sent again. */
  readonly onSubmit: Task;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog with fields: Enter and the button at the right take what is written (Ctrl+Enter also in a field of several
 * lines), once however often they are pressed; Esc and Cancel leave it.
 */
export function FormDialog(props: FormDialogProps) {
  const { isReadOnly = false, onClose } = props;
  const { isBusy, run } = useOneAtATime(props.onSubmit);
  const isBlocked = props.isBlocked === true || isBusy;
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    // A dialog inside another is a form inside it for React: only its own is sent.
    event.stopPropagation();
    if (!isBlocked && !isReadOnly) run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isModifiedEnter = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    // A list that is open has taken what it marks; what is sent with it comes with the next press.
    const isOfList =
      event.defaultPrevented && (event.target as Element).getAttribute("aria-expanded") === "true";
    if (!isOfList && (isModifiedEnter || event.key === props.submitKey)) submit(event);
  };
  return (
    <Dialog title={props.title} size={props.size} onKeyDown={onKeyDown} onClose={onClose}>
      <form className="rv-dialog-form" onSubmit={submit} noValidate data-testid={props.testId}>
        {props.children}
        <Group justify="flex-end" gap={8} className="rv-dialog-foot">
          {props.note !== undefined && (
            <Text component="div" size="sm" c="dimmed" mr="auto">
              {props.note}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {isReadOnly ? dialogMessages.close : dialogMessages.cancel}
          </Button>
          {!isReadOnly && (
            <Button
              type="submit"
              disabled={isBlocked}
              leftSection={props.submitIcon}
              data-testid={props.submitTestId}
            >
              {props.submitLabel ?? dialogMessages.take}
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  );
}
