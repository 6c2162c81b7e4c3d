import { Stack } from "@mantine/core";
import type { ProjectIndex } from "@rivulet/model";
import { formatDataType, type ObjectType } from "@rivulet/values";
import { useMemo } from "react";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { fillingVariables } from "./fill-by-type.ts";

interface PageParameter {
  readonly name: string;
  readonly type: ObjectType;
}

function parametersOf(page: string, index: ProjectIndex): PageParameter[] {
  return (index.page(page)?.parameters ?? []).map(({ name, entity }) => ({
    name,
    type: { kind: "object", entity },
  }));
}

/** A page, and an object for each of its parameters; they fill themselves where one variable fits. */
export function PageCallEditor({ field, value, onChange }: FieldEditorProps<"pageCall">) {
  const problem = useFieldProblem(field.name);
  const { index, scope, isReadOnly } = useElementForm();
  const rows = useMemo(() => pickerRows(index, "page"), [index]);
  const choose = (page: string) => {
    const filled = parametersOf(page, index).flatMap(({ name, type }) => {
      const [variable, ...others] = fillingVariables({ index, scope, type });
      return variable !== undefined && others.length === 0 ? [[name, `$${variable}`] as const] : [];
    });
    onChange({ page, arguments: Object.fromEntries(filled) });
  };
  return (
    <Stack gap="sm">
      <PickerField
        label={field.label}
        description={problem ? undefined : field.documentation}
        title={fieldMessages.selectPage}
        rows={rows}
        value={value?.page}
        onChange={choose}
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}`}
      />
      {value &&
        parametersOf(value.page, index).map(({ name, type }) => (
          <ExpressionInput
            key={name}
            label={fieldMessages.argument(name, formatDataType(type))}
            value={value.arguments[name] ?? ""}
            onChange={(text) => onChange({ ...value, arguments: { ...value.arguments, [name]: text } })}
            scope={scope}
            expected={[type]}
            isReadOnly={isReadOnly}
            testId={`field-argument-${name}`}
          />
        ))}
    </Stack>
  );
}
