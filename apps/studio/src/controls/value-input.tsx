import { Select, TextInput } from "@mantine/core";
import type { JsonValue } from "@rivulet/model";
import { useState } from "react";
import { controlMessages } from "../messages/control-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { readValueText, showValueText, type WritableType } from "./value-text.ts";

/** What a field for a value is given. */
export interface ValueInputProps {
  readonly label: string;
  /** The label is only for screen readers: the field stands in a table. */
  readonly isLabelHidden?: boolean;
  readonly type: WritableType;
  readonly value: JsonValue | undefined;
  readonly placeholder?: string;
  readonly description?: string;
  readonly isReadOnly?: boolean;
  readonly testId: string;
  /** `undefined` when the field was emptied. */
  readonly onCommit: (json: JsonValue | undefined) => void;
}

/** A field for a single value: a choice for those that have few, else a text that is checked as it is written. */
export function ValueInput(props: ValueInputProps) {
  const { type } = props;
  if (type.kind === "boolean") return <ChoiceInput {...props} choices={booleanChoices} />;
  if (type.kind === "enumeration") return <EnumerationInput {...props} enumeration={type.enumeration} />;
  return <TextValueInput {...props} />;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const booleanChoices: readonly Choice[] = [
  { value: "true", label: controlMessages.yes },
  { value: "false", label: controlMessages.no },
];

function labelProps({ label, isLabelHidden = false }: ValueInputProps) {
  return isLabelHidden ? { "aria-label": label } : { label };
}

function ChoiceInput(props: ValueInputProps & { readonly choices: readonly Choice[] }) {
  const { type, value, placeholder = controlMessages.empty, description, isReadOnly = false, testId } = props;
  const commit = (text: string | null) => {
    const reading = readValueText(text ?? "", type);
    if ("json" in reading) props.onCommit(reading.json);
  };
  return (
    <Select
      {...labelProps(props)}
      clearable
      searchable={props.choices.length > 10}
      data={[...props.choices]}
      value={showValueText(value) || null}
      placeholder={placeholder}
      description={description}
      readOnly={isReadOnly}
      data-testid={testId}
      onChange={commit}
    />
  );
}

function EnumerationInput(props: ValueInputProps & { readonly enumeration: string }) {
  const index = useIndex();
  const values = index.enumeration(props.enumeration)?.values ?? [];
  const choices = values.map(({ name, caption }) => ({
    value: name,
    label: caption === "" ? name : caption,
  }));
  return <ChoiceInput {...props} choices={choices} />;
}

function TextValueInput(props: ValueInputProps) {
  const { type, value, placeholder = controlMessages.empty, description, isReadOnly = false, testId } = props;
  const [draft, setDraft] = useState<string>();
  const present = showValueText(value);
  const reading = readValueText(draft ?? present, type);
  const commit = () => {
    // What is no value stays in the field, with what is wrong with it.
    if ("fault" in reading) return;
    if (draft !== undefined && draft !== present) props.onCommit(reading.json);
    setDraft(undefined);
  };
  return (
    <TextInput
      {...labelProps(props)}
      classNames={{ input: "rv-value" }}
      value={draft ?? present}
      placeholder={placeholder}
      description={description}
      error={draft !== undefined && "fault" in reading ? reading.fault : undefined}
      readOnly={isReadOnly}
      data-testid={testId}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === "Enter") commit();
        if (key === "Escape") setDraft(undefined);
      }}
    />
  );
}
