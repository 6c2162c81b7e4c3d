import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { nameFault } from "@rivulet/model";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** A text that is not an expression. */
export function TextEditor({ field, value = "", onChange }: FieldEditorProps<"text">) {
  const Input = field.isMultiline ? Textarea : TextInput;
  return (
    <Input
      label={field.label}
      description={field.documentation}
      value={value}
      maxLength={field.maximumLength}
      error={useFieldProblem(field.name)}
      readOnly={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)}
      {...(field.isMultiline ? { autosize: true, minRows: 2, maxRows: 10 } : {})}
    />
  );
}

/** Yes or no. */
export function BooleanEditor({ field, value, onChange }: FieldEditorProps<"boolean">) {
  return (
    <Checkbox
      label={field.label}
      description={field.documentation}
      checked={value ?? field.initialValue}
      disabled={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** One of a few. */
export function ChoiceEditor({ field, value, onChange }: FieldEditorProps<"choice">) {
  const chosen = field.options.find((option) => option.value === (value ?? field.initialValue));
  return (
    <Select
      label={field.label}
      description={chosen?.documentation ?? field.documentation}
      data={field.options.map((option) => ({ value: option.value, label: option.label }))}
      value={chosen?.value ?? null}
      allowDeselect={false}
      error={useFieldProblem(field.name)}
      readOnly={useElementForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** The name of a variable that the activity makes. */
export function NewVariableEditor({ field, value = "", onChange }: FieldEditorProps<"newVariable">) {
  const { analysis, element, isReadOnly } = useElementForm();
  const problem = useFieldProblem(field.name);
  const owner = analysis.variablesByName.get(value);
  const clash =
    owner && owner.element.id !== element.id
      ? `$${value} is the name of another variable already.`
      : undefined;
  const fault = value === "" ? undefined : nameFault(value);
  return (
    <TextInput
      label={field.label}
      description={field.documentation}
      leftSection="$"
      value={value}
      error={fault ?? clash ?? problem}
      readOnly={isReadOnly}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      data-testid={`field-${field.name}`}
      onChange={(event) => onChange(event.currentTarget.value.replace(/^\$/, ""))}
    />
  );
}
