import { DataTypeInput } from "../pickers/data-type-input.tsx";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** A type. */
export function DataTypeEditor({ field, value, onChange }: FieldEditorProps<"dataType">) {
  const problem = useFieldProblem(field.name);
  return (
    <DataTypeInput
      label={field.label}
      description={problem ? undefined : field.documentation}
      allowed={field.allowed}
      value={value}
      onChange={onChange}
      problem={problem}
      isReadOnly={useElementForm().isReadOnly}
      testId={`field-${field.name}`}
    />
  );
}
