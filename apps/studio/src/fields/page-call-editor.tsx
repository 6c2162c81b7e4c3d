import { Stack } from "@mantine/core";
import { useMemo } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { ArgumentFields, filledArguments, objectParameters } from "./argument-fields.tsx";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** A page, and an object for each of its parameters; they fill themselves where one variable fits. */
export function PageCallEditor({ field, value, onChange }: FieldEditorProps<"pageCall">) {
  const problem = useFieldProblem(field.name);
  const form = useElementForm();
  const { index, scope, isReadOnly } = form;
  const rows = useMemo(() => pickerRows(index, "page"), [index]);
  const parametersOf = (page: string) => objectParameters(index.page(page)?.parameters);
  return (
    <Stack gap="sm">
      <PickerField
        label={field.label}
        description={problem ? undefined : field.documentation}
        title={fieldMessages.selectPage}
        rows={rows}
        value={value?.page}
        onChange={(page) => onChange({ page, arguments: filledArguments(parametersOf(page), form) })}
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}`}
      />
      {value && (
        <ArgumentFields
          parameters={parametersOf(value.page)}
          value={value.arguments}
          scope={scope}
          isReadOnly={isReadOnly}
          onChange={(given) => onChange({ ...value, arguments: given })}
        />
      )}
    </Stack>
  );
}
