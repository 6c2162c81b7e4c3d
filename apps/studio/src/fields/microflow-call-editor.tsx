import { Stack, Text } from "@mantine/core";
import { microflowParameters } from "@rivulet/activities";
import { useMemo } from "react";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { ArgumentFields, filledArguments } from "./argument-fields.tsx";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";

/** A microflow, and an expression for each of its parameters; objects and lists fill themselves where one fits. */
export function MicroflowCallEditor({ field, value, onChange }: FieldEditorProps<"microflowCall">) {
  const problem = useFieldProblem(field.name);
  const form = useElementForm();
  const { index, scope, isReadOnly } = form;
  const rows = useMemo(() => pickerRows(index, "microflow"), [index]);
  const parametersOf = (microflow: string) =>
    (microflowParameters(microflow, index) ?? []).toSorted((left, right) =>
      left.name < right.name ? -1 : 1,
    );
  const parameters = value ? parametersOf(value.microflow) : [];
  return (
    <Stack gap="sm">
      <PickerField
        label={field.label}
        description={problem ? undefined : field.documentation}
        title={dialogMessages.selectMicroflow}
        rows={rows}
        value={value?.microflow}
        onChange={(microflow) =>
          onChange({ microflow, arguments: filledArguments(parametersOf(microflow), form) })
        }
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}`}
      />
      {value && parameters.length === 0 && (
        <Text size="sm" c="dimmed">
          {fieldMessages.noParameters}
        </Text>
      )}
      {value && (
        <ArgumentFields
          parameters={parameters}
          value={value.arguments}
          scope={scope}
          isReadOnly={isReadOnly}
          onChange={(given) => onChange({ ...value, arguments: given })}
        />
      )}
    </Stack>
  );
}
