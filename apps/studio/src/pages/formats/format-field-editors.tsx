import { Input, Stack, TextInput } from "@mantine/core";
import { readWidgetField } from "@rivulet/pages";
import type { WidgetFieldEditorProps } from "../widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "../widget-form-context.ts";
import { examplePattern } from "./example-value.ts";
import { FormatExample } from "./format-example.tsx";
import { NumberFormatInputs } from "./number-format-inputs.tsx";

/** How the number of an input is written. */
export function NumberFormatEditor({ field, value, onChange }: WidgetFieldEditorProps<"numberFormat">) {
  const { attribute } = useWidgetForm();
  const problem = useProblemAt(field.name);
  return (
    <Input.Wrapper
      role="group"
      aria-label={field.label}
      label={field.label}
      labelElement="div"
      description={field.documentation}
      error={problem}
      data-testid={`field-${field.name}`}
    >
      <NumberFormatInputs
        type={attribute?.type.kind === "decimal" ? "decimal" : "integer"}
        value={readWidgetField("numberFormat", value)}
        onChange={onChange}
        path={field.name}
        testId={`field-${field.name}`}
      />
    </Input.Wrapper>
  );
}

/** By which pattern a date is written and typed. */
export function DatePatternEditor({ field, value, onChange }: WidgetFieldEditorProps<"datePattern">) {
  const { isReadOnly } = useWidgetForm();
  const pattern = typeof value === "string" ? value : "";
  return (
    <Stack gap={6}>
      <TextInput
        label={field.label}
        description={field.documentation}
        value={pattern}
        error={useProblemAt(field.name)}
        readOnly={isReadOnly}
        data-testid={`field-${field.name}`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <FormatExample text={examplePattern(pattern)} testId={`field-${field.name}-example`} />
    </Stack>
  );
}
