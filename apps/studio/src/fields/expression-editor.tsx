import { Stack } from "@mantine/core";
import type { TypeRule } from "@rivulet/activities";
import { resolveType } from "@rivulet/activities";
import type { DataType } from "@rivulet/values";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { DataTypeInput } from "../pickers/data-type-input.tsx";
import { type ElementFormState, useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { variableType } from "./known-variables.ts";
import { resultTypes } from "./result-types.ts";

/** The types that rules give in an element, as far as they can be told now. */
export function expectedTypes(rules: readonly TypeRule[], form: ElementFormState): DataType[] {
  const context = {
    index: form.index,
    microflow: form.analysis.microflow,
    element: form.element,
    variable: (name: string) => variableType(form.analysis, name),
  };
  return rules.map((rule) => resolveType(rule, context)).filter((type) => type !== undefined);
}

/** The result of an end event: the type that the whole microflow returns, then the value (seed, step 47). */
function ResultEditor(props: FieldEditorProps<"expression">) {
  const form = useElementForm();
  const { returnType } = form.analysis.microflow;
  return (
    <Stack gap="md">
      <DataTypeInput
        label={dialogMessages.returnType}
        description={dialogMessages.returnTypeHint}
        allowed={resultTypes}
        value={returnType}
        onChange={form.changeReturnType}
        isReadOnly={form.isReadOnly}
        testId="field-returnType"
      />
      {(returnType.kind !== "nothing" || (props.value ?? "") !== "") && <PlainEditor {...props} />}
    </Stack>
  );
}

/** An expression. */
export function ExpressionEditor(props: FieldEditorProps<"expression">) {
  const isResult = props.field.expected.some(({ from }) => from === "ownReturnType");
  return isResult ? <ResultEditor {...props} /> : <PlainEditor {...props} />;
}

function PlainEditor({ field, value = "", onChange }: FieldEditorProps<"expression">) {
  const problem = useFieldProblem(field.name);
  const form = useElementForm();
  // One that is too long is no value of the field: it stays where it was written, to be made shorter.
  const written = form.element.fields[field.name];
  return (
    <ExpressionInput
      label={field.label}
      description={problem ? undefined : field.documentation}
      value={typeof written === "string" ? written : value}
      onChange={onChange}
      scope={form.scope}
      expected={expectedTypes(field.expected, form)}
      problem={problem}
      isReadOnly={form.isReadOnly}
      testId={`field-${field.name}`}
    />
  );
}
