import { Stack, Text } from "@mantine/core";
import { type MicroflowCall, readField } from "@rivulet/activities";
import type { ProjectIndex } from "@rivulet/model";
import { type DataType, formatDataType } from "@rivulet/values";
import { useMemo } from "react";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { fillingVariables } from "./fill-by-type.ts";

interface MicroflowParameter {
  readonly name: string;
  readonly type: DataType;
}

/** The parameters of a microflow, by name. */
function parametersOf(index: ProjectIndex, microflow: string): MicroflowParameter[] {
  const record = index.microflow(microflow);
  const elements = record ? index.children(record.id) : [];
  const parameters = elements.flatMap((element) => {
    if (element.type !== "element" || element.kind !== "parameter") return [];
    const name = readField("newVariable", element.fields["name"]);
    const type = readField("dataType", element.fields["type"]);
    return name !== undefined && type ? [{ name, type }] : [];
  });
  return parameters.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** A microflow, and an expression for each of its parameters; objects and lists fill themselves where one fits. */
export function MicroflowCallEditor({ field, value, onChange }: FieldEditorProps<"microflowCall">) {
  const problem = useFieldProblem(field.name);
  const { index, scope, isReadOnly } = useElementForm();
  const rows = useMemo(() => pickerRows(index, "microflow"), [index]);
  const parameters = value ? parametersOf(index, value.microflow) : [];
  const choose = (microflow: string) => {
    const filled = parametersOf(index, microflow).flatMap(({ name, type }) => {
      const [variable, ...others] = fillingVariables({ index, scope, type });
      return variable !== undefined && others.length === 0 ? [[name, `$${variable}`]] : [];
    });
    const call: MicroflowCall = {
      microflow,
      arguments: Object.fromEntries(filled) as Record<string, string>,
    };
    onChange(call);
  };
  return (
    <Stack gap="sm">
      <PickerField
        label={field.label}
        description={problem ? undefined : field.documentation}
        title={dialogMessages.selectMicroflow}
        rows={rows}
        value={value?.microflow}
        onChange={choose}
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}`}
      />
      {value && parameters.length === 0 && (
        <Text size="sm" c="dimmed">
          {fieldMessages.noParameters}
        </Text>
      )}
      {value &&
        parameters.map((parameter) => (
          <ExpressionInput
            key={parameter.name}
            label={fieldMessages.argument(parameter.name, formatDataType(parameter.type))}
            value={value.arguments[parameter.name] ?? ""}
            onChange={(text) =>
              onChange({ ...value, arguments: { ...value.arguments, [parameter.name]: text } })
            }
            scope={scope}
            expected={[parameter.type]}
            isReadOnly={isReadOnly}
            testId={`field-argument-${parameter.name}`}
          />
        ))}
    </Stack>
  );
}
