import type { TypeRule } from "@rivulet/activities";
import { resolveType } from "@rivulet/activities";
import type { DataType } from "@rivulet/values";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { type ElementFormState, useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { variableType } from "./known-variables.ts";

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

/** An expression. */
export function ExpressionEditor({ field, value = "", onChange }: FieldEditorProps<"expression">) {
  const form = useElementForm();
  return (
    <ExpressionInput
      label={field.label}
      description={field.documentation}
      value={value}
      onChange={onChange}
      scope={form.scope}
      expected={expectedTypes(field.expected, form)}
      problem={useFieldProblem(field.name)}
      isReadOnly={form.isReadOnly}
      testId={`field-${field.name}`}
    />
  );
}
