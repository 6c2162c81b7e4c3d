import { ActionIcon, Button, Input } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import { DocumentPicker, type PickerRow } from "./document-picker.tsx";

export interface PickerFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  /** Of the dialog: "Select entity". */
  readonly title: string;
  readonly rows: readonly PickerRow[];
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
    <Input.Wrapper size="xs" label={props.label} description={props.description} error={props.problem}>
      <div className="rv-picker-field" data-testid={props.testId}>
        <span className="rv-picker-value" data-empty={!props.value || undefined}>
          {props.value || "Nothing selected"}
        </span>
        {props.onClear && props.value && !props.isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Clear ${props.label.toLowerCase()}`}
            onClick={props.onClear}
          >
            <X size={14} />
          </ActionIcon>
        )}
        {!props.isReadOnly && (
          <Button
            variant="default"
            aria-label={`Select ${props.label.toLowerCase()}`}
            onClick={() => setIsOpen(true)}
          >
            Select
          </Button>
        )}
      </div>
      {isOpen && (
        <DocumentPicker
          title={props.title}
          rows={props.rows}
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
