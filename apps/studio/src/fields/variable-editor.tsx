import { Select } from "@mantine/core";
import type { FieldOf } from "@rivulet/activities";
import type { DataType } from "@rivulet/values";
import { fieldMessages } from "../messages/field-messages.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { usableVariables } from "./known-variables.ts";
import { typeLabel } from "./type-label.ts";

function isAccepted(type: DataType, accepts: FieldOf<"variable">["accepts"]): boolean {
  const isScalar = type.kind !== "object" && type.kind !== "list";
  return accepts === "scalar" ? isScalar : type.kind === accepts;
}

/** One of the variables that can be used here. */
export function VariableEditor({ field, value, onChange }: FieldEditorProps<"variable">) {
  const { scope, isReadOnly } = useElementForm();
  const fitting = usableVariables(scope).filter(({ type }) => isAccepted(type, field.accepts));
  const problem = useFieldProblem(field.name);
  const rows = fitting.map(({ name, type }) => ({
    value: name,
    label: `$${name}`,
    type: typeLabel(type),
  }));
  const isMissing = value !== undefined && value !== "" && !rows.some((row) => row.value === value);
  const data = isMissing ? [{ value, label: `$${value}`, type: fieldMessages.notAvailable }, ...rows] : rows;
  const types = new Map(data.map((row) => [row.value, row.type]));
  return (
    <Select
      label={field.label}
      description={problem ? undefined : field.documentation}
      placeholder={fitting.length === 0 ? fieldMessages.nothingThere[field.accepts] : fieldMessages.choose}
      data={data.map((row) => ({ value: row.value, label: row.label }))}
      value={value === undefined || value === "" ? null : value}
      searchable
      clearable={!field.isRequired}
      nothingFoundMessage={fieldMessages.nothingThere[field.accepts]}
      error={problem}
      readOnly={isReadOnly}
      data-testid={`field-${field.name}`}
      renderOption={({ option }) => (
        <span className="rv-option">
          <span className="rv-expression">{option.label}</span>
          <span className="rv-option-note">{types.get(option.value)}</span>
        </span>
      )}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
