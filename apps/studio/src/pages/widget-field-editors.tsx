import { NumberInput, Select, TextInput } from "@mantine/core";
import type { JsonValue } from "@rivulet/model";
import type { WidgetFieldKind, WidgetFieldOf, WidgetFieldValues } from "@rivulet/pages";
import type { ComponentType } from "react";
import { ActionEditor } from "./action-editor.tsx";
import { DataSourceEditor } from "./data-source-editor.tsx";
import { PictureEditor } from "./picture-editor.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

/** What the editor of a field is given. */
export interface WidgetFieldEditorProps<Kind extends WidgetFieldKind> {
  readonly field: WidgetFieldOf<Kind>;
  /** As it is saved; another form than the field's is shown as nothing. */
  readonly value: JsonValue | undefined;
  readonly onChange: (value: WidgetFieldValues[Kind]) => void;
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
      onChange={(number) => typeof number === "number" && onChange(number)}
    />
  );
}

function ChoiceEditor({ field, value, onChange }: WidgetFieldEditorProps<"choice">) {
  return (
    <Select
      label={field.label}
      data={[...field.options]}
      value={typeof value === "string" ? value : null}
      error={useProblemAt(field.name)}
      readOnly={useWidgetForm().isReadOnly}
      data-testid={`field-${field.name}`}
      onChange={(choice) => choice !== null && onChange(choice)}
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
  template: TemplateEditor,
  dataSource: DataSourceEditor,
  picture: PictureEditor,
  action: ActionEditor,
};
