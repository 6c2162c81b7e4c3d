import { useMemo } from "react";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex } from "../project/use-project.tsx";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** An entity; abstract ones are left out where they cannot be used. */
export function EntityEditor({ field, value, onChange }: FieldEditorProps<"entity">) {
  const problem = useFieldProblem(field.name);
  const index = useIndex();
  const rows = useMemo(
    () => pickerRows(index, "entity", (entity) => field.allowsAbstract || entity.isAbstract !== true),
    [index, field.allowsAbstract],
  );
  return (
    <PickerField
      label={field.label}
      description={problem ? undefined : field.documentation}
      title={dialogMessages.selectEntity}
      creates="entity"
      rows={rows}
      value={value}
      onChange={onChange}
      problem={problem}
      isReadOnly={useElementForm().isReadOnly}
      testId={`field-${field.name}`}
    />
  );
}
