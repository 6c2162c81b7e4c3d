import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import type { JsonValue } from "@rivulet/model";
import type { WidgetFieldKind, WidgetFieldOf, WidgetFieldValues } from "@rivulet/pages";
import type { ComponentType } from "react";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { ActionEditor } from "./action-editor.tsx";
import { DataSourceEditor } from "./data-source-editor.tsx";
import { DatePatternEditor, NumberFormatEditor } from "./formats/format-field-editors.tsx";
import { PictureEditor } from "./picture-editor.tsx";
import { SnippetEditor } from "./snippet-editor.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

/** What the editor of a field is given. */
export interface WidgetFieldEditorProps<Kind extends WidgetFieldKind> {
  readonly field: WidgetFieldOf<Kind>;
  /** As it is saved; another form than the field's is shown as nothing. */
  readonly value: JsonValue | undefined;
  /** `undefined` takes the value away. */
  readonly onChange: (value: WidgetFieldValues[Kind] | undefined) => void;
}

function TextEditor({ field, value, onChange }: WidgetFieldEditorProps<"text">) {
  return (
    <TextInput
      label={field.label}
      description={field.documentation}
      value={typeof value === "string" ? value : ""}
      error={useProblemAt(field.name)}
      readOnly={useWidgetForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function NumberEditor({ field, value, onChange }: WidgetFieldEditorProps<"number">) {
  return (
    <NumberInput
      label={field.label}
      description={field.documentation}
      value={typeof value === "number" ? value : ""}
      min={field.minimum}
      max={field.maximum}
      allowDecimal={false}
      error={useProblemAt(field.name)}
      readOnly={useWidgetForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(number) => {
        if (typeof number === "number") onChange(number);
        else if (number === "" && !field.isRequired) onChange(undefined);
      }}
    />
  );
}

function ChoiceEditor({ field, value, onChange }: WidgetFieldEditorProps<"choice">) {
  return (
    <Select
      label={field.label}
      data={[...field.options]}
      // One that may be left out is what it begins with.
      value={typeof value === "string" ? value : field.isRequired ? null : field.initialValue}
      error={useProblemAt(field.name)}
      readOnly={useWidgetForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(choice) => choice !== null && onChange(choice)}
    />
  );
}

function BooleanEditor({ field, value, onChange }: WidgetFieldEditorProps<"boolean">) {
  const { isReadOnly } = useWidgetForm();
  return (
    <Checkbox
      label={field.label}
      description={field.documentation}
      checked={value === true}
      disabled={isReadOnly}
      error={useProblemAt(field.name)}
      data-testid={`field-${field.name}`}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function AttributeEditor({ field, value, onChange }: WidgetFieldEditorProps<"attribute">) {
  const { index, context, isReadOnly } = useWidgetForm();
  const attributes = context === undefined ? [] : (index.shape(context)?.attributes ?? []);
  const fitting = attributes.filter(({ type }) => field.accepts.includes(type.kind)).map(({ name }) => name);
  const chosen = typeof value === "string" && value !== "" ? value : null;
  // One that does not fit is shown with its problem.
  const data = chosen === null || fitting.includes(chosen) ? fitting : [...fitting, chosen];
  return (
    <Select
      label={field.label}
      description={context === undefined ? pageMessages.noObjectAround : field.documentation}
      placeholder={pageMessages.selectAttribute}
      data={data}
      value={chosen}
      allowDeselect={false}
      searchable
      error={useProblemAt(field.name)}
      readOnly={isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(attribute) => attribute !== null && onChange(attribute)}
    />
  );
}

function ConditionEditor({ field, value, onChange }: WidgetFieldEditorProps<"condition">) {
  const { isReadOnly, scope, valueScope } = useWidgetForm();
  return (
    <ExpressionInput
      label={field.label}
      description={field.documentation}
      value={typeof value === "string" ? value : ""}
      scope={field.seesValue ? valueScope : scope}
      expected={[{ kind: "boolean" }]}
      isReadOnly={isReadOnly}
      problem={useProblemAt(field.name)}
      testId={`field-${field.name}`}
      onChange={onChange}
    />
  );
}

/** How each kind of field of a widget is set. */
export const widgetFieldEditors: {
  readonly [Kind in WidgetFieldKind]: ComponentType<WidgetFieldEditorProps<Kind>>;
} = {
  text: TextEditor,
  number: NumberEditor,
  choice: ChoiceEditor,
  boolean: BooleanEditor,
  attribute: AttributeEditor,
  condition: ConditionEditor,
  template: TemplateEditor,
  dataSource: DataSourceEditor,
  picture: PictureEditor,
  snippet: SnippetEditor,
  numberFormat: NumberFormatEditor,
  datePattern: DatePatternEditor,
  action: ActionEditor,
};
