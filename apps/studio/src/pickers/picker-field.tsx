import { Button, Input } from "@mantine/core";
import { useState } from "react";
import { DocumentPicker, type PickerRow } from "./document-picker.tsx";

export interface PickerFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Of the dialog: "Select entity". */
  readonly title: string;
  readonly rows: readonly PickerRow[];
  readonly value: string | undefined;
  readonly onChange: (name: string) => void;
  readonly problem?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly testId: string;
}

/** A field that shows a qualified name, with a button that opens the dialog to pick another. */
export function PickerField(props: PickerFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Input.Wrapper label={props.label} description={props.description} error={props.problem}>
      <div className="rv-picker-field" data-testid={props.testId}>
        <span className="rv-picker-value" data-empty={!props.value || undefined}>
          {props.value || "Nothing selected"}
        </span>
        <Button variant="default" disabled={props.isReadOnly ?? false} onClick={() => setIsOpen(true)}>
          Select
        </Button>
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
