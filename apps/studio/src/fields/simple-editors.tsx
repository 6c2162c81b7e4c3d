import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { nameFault } from "@rivulet/model";
import { useState } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** A text that is not an expression. One that is too long stays whole, to be made shorter: its problem says by how much. */
export function TextEditor({ field, value = "", onChange }: FieldEditorProps<"text">) {
  const problem = useFieldProblem(field.name);
  const Input = field.isMultiline ? Textarea : TextInput;
  return (
    <Input
      label={field.label}
      description={problem ? undefined : field.documentation}
      value={value}
      error={problem}
      readOnly={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)}
      {...(field.isMultiline ? { autosize: true, minRows: 2, maxRows: 10 } : {})}
    />
  );
}

/** Yes or no. */
export function BooleanEditor({ field, value, onChange }: FieldEditorProps<"boolean">) {
  const problem = useFieldProblem(field.name);
  return (
    <Checkbox
      label={field.label}
      description={problem ? undefined : field.documentation}
      checked={value ?? field.initialValue}
      disabled={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** One of a few. */
export function ChoiceEditor({ field, value, onChange }: FieldEditorProps<"choice">) {
  const problem = useFieldProblem(field.name);
  const chosen = field.options.find((option) => option.value === (value ?? field.initialValue));
  return (
    <Select
      label={field.label}
      description={problem ? undefined : (chosen?.documentation ?? field.documentation)}
      data={field.options.map((option) => ({ value: option.value, label: option.label }))}
      value={chosen?.value ?? null}
      error={problem}
      readOnly={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/**
 * The name of a variable that the activity makes. It counts when it is written to its end (Enter, or the focus goes):
 * its uses get the new name with it, and half a name may be that of another variable.
 */
export function NewVariableEditor({ field, value = "", onChange }: FieldEditorProps<"newVariable">) {
  const { analysis, element, isReadOnly } = useElementForm();
  const problem = useFieldProblem(field.name);
  const [written, setWritten] = useState<string>();
  const name = written ?? value;
  const owner = analysis.variablesByName.get(name);
  const clash = owner && owner.element.id !== element.id ? fieldMessages.variableTaken(name) : undefined;
  const fault = (name === "" ? undefined : nameFault(name)) ?? clash;
  const take = () => {
    if (written !== undefined && written !== value) onChange(written);
    setWritten(undefined);
  };
  return (
    <TextInput
      label={field.label}
      description={(fault ?? problem) ? undefined : field.documentation}
      leftSection="$"
      value={name}
      error={fault ?? (written === undefined ? problem : undefined)}
      readOnly={isReadOnly}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      data-testid={`field-${field.name}`}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setWritten(event.currentTarget.value.replace(/^\$/, ""))}
      onBlur={take}
      onKeyDown={(event) => event.key === "Enter" && take()}
    />
  );
}
