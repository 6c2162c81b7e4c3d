import { Stack, Text } from "@mantine/core";
import { type Field, type FieldKind, type FieldOf, type FieldValues, readField } from "@rivulet/activities";
import type { JsonValue } from "@rivulet/model";
import type { ReactNode } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { AssociationEditor } from "./association-editor.tsx";
import { AttributeEditor } from "./attribute-editor.tsx";
import { DataTypeEditor } from "./data-type-editor.tsx";
import { useElementForm } from "./element-form-context.tsx";
import { EntityEditor } from "./entity-editor.tsx";
import { ExpressionEditor } from "./expression-editor.tsx";
import type { FieldEditor } from "./field-editor.ts";
import { MemberAssignmentsEditor } from "./member-assignments-editor.tsx";
import { MicroflowCallEditor } from "./microflow-call-editor.tsx";
import { PageCallEditor } from "./page-call-editor.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { BooleanEditor, ChoiceEditor, NewVariableEditor, TextEditor } from "./simple-editors.tsx";
import { VariableEditor } from "./variable-editor.tsx";

/** How each kind of field is edited: the only place where the studio knows the kinds of fields. */
const editors: { readonly [Kind in FieldKind]: FieldEditor<Kind> } = {
  text: TextEditor,
  boolean: BooleanEditor,
  choice: ChoiceEditor,
  dataType: DataTypeEditor,
  entity: EntityEditor,
  association: AssociationEditor,
  variable: VariableEditor,
  newVariable: NewVariableEditor,
  expression: ExpressionEditor,
  memberAssignments: MemberAssignmentsEditor,
  microflowCall: MicroflowCallEditor,
  pageCall: PageCallEditor,
  attribute: AttributeEditor,
};

function FieldRow({ field }: { field: Field }) {
  const form = useElementForm();
  const Editor = editors[field.kind] as FieldEditor<FieldKind>;
  return (
    <Editor
      field={field}
      value={readField(field.kind, form.element.fields[field.name])}
      onChange={(value: FieldValues[FieldKind] | undefined) =>
        form.change({ [field.name]: value as JsonValue | undefined })
      }
    />
  );
}

const isParameter = (field: Field): field is FieldOf<"expression"> =>
  field.kind === "expression" && field.presentation === "parameter";

function isVisible(field: Field, fields: Readonly<Record<string, JsonValue>>): boolean {
  if (!field.visibleWhen) return true;
  const value = fields[field.visibleWhen.field];
  return typeof value === "string" && field.visibleWhen.isOneOf.includes(value);
}

/** The variable fields that an association picker chooses along with the association. */
function chosenElsewhere(fields: readonly Field[]): Set<string> {
  return new Set(fields.flatMap((field) => (field.kind === "association" ? [field.start] : [])));
}

/** All fields of an element, made from its definition; connector parameters as one table. */
export function ElementForm({ note }: { note?: ReactNode }) {
  const { definition, element } = useElementForm();
  const hidden = chosenElsewhere(definition.fields);
  const parameters = definition.fields.filter(isParameter);
  const others = definition.fields.filter((field) => !isParameter(field) && !hidden.has(field.name));
  return (
    <Stack gap="md">
      {note}
      {definition.fields.length === 0 && (
        <Text size="sm" c="dimmed">
          {fieldMessages.nothingToSet(definition.summary)}
        </Text>
      )}
      {parameters.length > 0 && <ParameterTable fields={parameters} />}
      {others.map((field) => isVisible(field, element.fields) && <FieldRow key={field.name} field={field} />)}
    </Stack>
  );
}
