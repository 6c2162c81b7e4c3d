import { ActionIcon, Button, Input } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import { laterDialog } from "../dialogs/later-dialog.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";
import type { PickerRow } from "./find-rows.ts";

/** The dialog behind the field: the first screen does without it. */
export const documentPicker = laterDialog(async () => (await import("./document-picker.tsx")).DocumentPicker);

export interface PickerFieldProps {
  readonly label: string;
  /** Read out only: a heading says it already. */
  readonly isLabelHidden?: boolean;
  readonly description?: string | undefined;
  /** Of the dialog: "Select entity". */
  readonly title: string;
  readonly rows: readonly PickerRow[];
  /** What the dialog can make when it is not there yet. */
  readonly creates?: NewDocumentKind | undefined;
  readonly value: string | undefined;
  readonly onChange: (name: string) => void;
  /** Offered where the field may stay empty. */
  readonly onClear?: () => void;
  readonly problem?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly testId: string;
}

/** A field that shows a qualified name, with a button that opens the dialog to pick another. */
export function PickerField(props: PickerFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Input.Wrapper
      size="xs"
      label={props.isLabelHidden ? undefined : props.label}
      description={props.description}
      error={props.problem}
    >
      <div className="rv-picker-field" data-testid={props.testId}>
        <span
          className="rv-picker-value"
          data-empty={!props.value || undefined}
          onDoubleClick={() => !props.isReadOnly && setIsOpen(true)}
        >
          {props.value || dialogMessages.nothingPicked}
        </span>
        {props.onClear && props.value && !props.isReadOnly && (
          <ActionIcon aria-label={dialogMessages.clearNoun(props.label)} onClick={props.onClear}>
            <X size={14} />
          </ActionIcon>
        )}
        {!props.isReadOnly && (
          <Button
            variant="default"
            aria-label={dialogMessages.selectNoun(props.label)}
            onClick={() => setIsOpen(true)}
          >
            {dialogMessages.select}
          </Button>
        )}
      </div>
      {isOpen && (
        <documentPicker.View
          title={props.title}
          rows={props.rows}
          creates={props.creates}
          value={props.value}
          onClose={() => setIsOpen(false)}
          onSelect={(name) => {
            setIsOpen(false);
            props.onChange(name);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
