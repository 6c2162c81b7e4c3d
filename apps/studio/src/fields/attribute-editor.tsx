import { Select } from "@mantine/core";
import { readField } from "@rivulet/activities";
import { fieldMessages } from "../messages/field-messages.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { knownVariables } from "./known-variables.ts";

/** An attribute of the object in the variable that another field names. */
export function AttributeEditor({ field, value, onChange }: FieldEditorProps<"attribute">) {
  const problem = useFieldProblem(field.name);
  const { index, scope, element, isReadOnly } = useElementForm();
  const variable = readField("variable", element.fields[field.object]);
  const type = knownVariables(scope).find(({ name }) => name === variable)?.type;
  const attributes = type?.kind === "object" ? (index.shape(type.entity)?.attributes ?? []) : [];
  const names = attributes.map(({ name }) => name);
  // One that is not there any more is shown with its problem.
  const data = value === undefined || value === "" || names.includes(value) ? names : [...names, value];
  return (
    <Select
      label={field.label}
      description={problem ? undefined : field.documentation}
      placeholder={fieldMessages.selectAttribute}
      data={data}
      value={value === "" ? null : (value ?? null)}
      allowDeselect={false}
      searchable
      error={problem}
      readOnly={isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(attribute) => attribute !== null && onChange(attribute)}
    />
  );
}
