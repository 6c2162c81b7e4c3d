import { Badge, Button, Group, Input, SegmentedControl, Select, Stack, Table, Text } from "@mantine/core";
import { type FieldOf, readField } from "@rivulet/activities";
import { type DataType, formatDataType } from "@rivulet/values";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { type ElementFormState, useElementForm } from "./element-form-context.tsx";
import { expectedTypes } from "./expression-editor.tsx";
import { expressionFault } from "./expression-fault.ts";
import { fillingVariables, plainVariable } from "./fill-by-type.ts";
import { knownVariables } from "./known-variables.ts";
import { typeLabel } from "./type-label.ts";

type ParameterField = FieldOf<"expression">;

function statusOf(form: ElementFormState, field: ParameterField, value: string) {
  const problem = form.problems.find(({ place }) => place.field === field.name);
  if (value.trim() === "")
    return {
      colour: "gray",
      label: field.isRequired ? fieldMessages.needed : fieldMessages.empty,
      message: problem?.message,
    };
  if (problem) return { colour: "red", label: fieldMessages.problem, message: problem.message };
  return { colour: "green", label: fieldMessages.fine, message: undefined };
}

interface EditProps {
  readonly field: ParameterField;
  readonly type: DataType | undefined;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly onClose: () => void;
}

/** The dialog of one parameter: a variable that fits by type, or an expression. */
function EditParameterValue({ field, type, value, onSave, onClose }: EditProps) {
  const form = useElementForm();
  const fitting = type ? fillingVariables({ index: form.index, scope: form.scope, type }) : [];
  const scalars = type && type.kind !== "object" && type.kind !== "list" ? scalarVariables(form, type) : [];
  const variables = [...fitting, ...scalars];
  const expected = type ? [type] : [];
  const [text, setText] = useState(() =>
    value === "" && variables.length === 1 ? `$${variables[0]}` : value,
  );
  const chosen = variables.find((name) => name === plainVariable(text));
  const startsAsVariable = text === "" ? variables.length > 0 : plainVariable(text) !== undefined;
  const [mode, setMode] = useState<"variable" | "expression">(startsAsVariable ? "variable" : "expression");
  return (
    <FormDialog
      title={fieldMessages.editParameter}
      size={560}
      onSubmit={() => onSave(text)}
      onClose={onClose}
    >
      <Text size="sm">
        <b>{field.label}</b> {type && <span className="rv-option-note">{typeLabel(type)}</span>}
        <br />
        <span className="rv-option-note">{field.documentation}</span>
      </Text>
      <Input.Wrapper label={fieldMessages.valueAs} labelElement="div" size="xs">
        <SegmentedControl
          fullWidth
          aria-label={fieldMessages.valueAs}
          data-testid="field-type"
          value={mode}
          data={[
            { value: "variable", label: fieldMessages.asVariable },
            { value: "expression", label: fieldMessages.asExpression },
          ]}
          onChange={setMode}
        />
      </Input.Wrapper>
      {mode === "variable" ? (
        <Select
          label={fieldMessages.asVariable}
          data={variables.map((name) => ({ value: name, label: `$${name}` }))}
          value={chosen ?? null}
          // What is there and is none of them would be saved unseen.
          error={
            chosen === undefined && text.trim() !== "" ? fieldMessages.noVariableThatFits(text) : undefined
          }
          searchable
          data-autofocus
          clearable={!field.isRequired}
          placeholder={variables.length === 0 ? fieldMessages.noVariableOfType : fieldMessages.choose}
          nothingFoundMessage={fieldMessages.noVariableOfType}
          data-testid="field-variable"
          onChange={(name) => setText(name === null ? "" : `$${name}`)}
        />
      ) : (
        <ExpressionInput
          label={fieldMessages.asExpression}
          description={variables.length === 0 ? fieldMessages.noVariableOfType : undefined}
          value={text}
          onChange={setText}
          scope={form.scope}
          expected={expected}
          problem={expressionFault(text, expected, form.scope)}
          testId="field-expression"
          hasFocus
        />
      )}
    </FormDialog>
  );
}

function scalarVariables({ scope }: ElementFormState, type: DataType): string[] {
  return knownVariables(scope)
    .filter((variable) => formatDataType(variable.type) === formatDataType(type))
    .map(({ name }) => name);
}

/** The parameters of a connector's activity: parameter, type, value, status (seed, steps 11 to 15). */
export function ParameterTable({ fields }: { fields: readonly ParameterField[] }) {
  const form = useElementForm();
  const [selected, setSelected] = useState(fields[0]?.name);
  const [edited, setEdited] = useState<string>();
  const editedField = fields.find(({ name }) => name === edited);
  const valueOf = (name: string) => readField("expression", form.element.fields[name]) ?? "";
  return (
    <Stack gap="xs">
      <Table
        className="rv-parameter-table"
        highlightOnHover
        verticalSpacing={5}
        data-testid="parameter-table"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{fieldMessages.parameter}</Table.Th>
            <Table.Th className="rv-wide-only">{fieldMessages.parameterType}</Table.Th>
            <Table.Th>{fieldMessages.value}</Table.Th>
            <Table.Th>{fieldMessages.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => {
            const [type] = expectedTypes(field.expected, form);
            const status = statusOf(form, field, valueOf(field.name));
            return (
              <Table.Tr
                key={field.name}
                tabIndex={0}
                aria-selected={field.name === selected}
                className={field.name === selected ? "rv-row-selected" : ""}
                data-testid={`field-${field.name}`}
                onClick={() => setSelected(field.name)}
                onFocus={() => setSelected(field.name)}
                onDoubleClick={() => !form.isReadOnly && setEdited(field.name)}
                onKeyDown={(event) => {
                  const isPlainEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
                  if (!isPlainEnter || form.isReadOnly) return;
                  event.preventDefault();
                  setEdited(field.name);
                }}
              >
                <Table.Td>{field.label}</Table.Td>
                <Table.Td className="rv-option-note rv-wide-only" title={type && formatDataType(type)}>
                  {type ? typeLabel(type) : ""}
                </Table.Td>
                <Table.Td className="rv-expression rv-cut" title={valueOf(field.name)}>
                  {valueOf(field.name)}
                </Table.Td>
                <Table.Td>
                  <Badge tt="none" variant="light" color={status.colour} size="sm" title={status.message}>
                    {status.label}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Group>
        <Button
          variant="default"
          disabled={selected === undefined || form.isReadOnly}
          data-testid="edit-parameter-value"
          onClick={() => setEdited(selected)}
        >
          {fieldMessages.editParameter}
        </Button>
      </Group>
      {editedField && (
        <EditParameterValue
          field={editedField}
          type={expectedTypes(editedField.expected, form)[0]}
          value={valueOf(editedField.name)}
          onClose={() => setEdited(undefined)}
          onSave={(value) => {
            form.change({ [editedField.name]: value === "" ? undefined : value });
            setEdited(undefined);
          }}
        />
      )}
    </Stack>
  );
}
