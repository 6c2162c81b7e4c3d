import { Stack } from "@mantine/core";
import { readWidgetField } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { ArgumentInputs } from "./argument-inputs.tsx";
import type { WidgetFieldEditorProps } from "./widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

/** A snippet, with an expression for each object that it needs. */
export function SnippetEditor({ field, value: json, onChange }: WidgetFieldEditorProps<"snippet">) {
  const { index, isReadOnly } = useWidgetForm();
  const value = readWidgetField("snippet", json);
  const problem = useProblemAt(`${field.name}.snippet`);
  return (
    <Stack gap="xs">
      <PickerField
        label={field.label}
        description={field.documentation}
        title={pageMessages.selectSnippet}
        rows={pickerRows(index, "snippet")}
        creates="snippet"
        value={value?.snippet}
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}`}
        onChange={(snippet) => onChange({ snippet, arguments: {} })}
      />
      {value && (
        <ArgumentInputs
          field={field.name}
          target={{ kind: "snippet", name: value.snippet }}
          value={value.arguments}
          onChange={(given) => onChange({ ...value, arguments: given })}
        />
      )}
    </Stack>
  );
}
