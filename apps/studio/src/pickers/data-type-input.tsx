import { Select, Stack } from "@mantine/core";
import { type DataType, unreachable } from "@rivulet/values";
import { useMemo } from "react";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { PickerField } from "./picker-field.tsx";
import { pickerRows } from "./picker-rows.ts";

const labels: Readonly<Record<DataType["kind"], string>> = dialogMessages.dataTypes;

/** A type of this kind; the entity or enumeration is taken over where it fits, else still to be chosen. */
function typeOfKind(kind: DataType["kind"], present: DataType | undefined): DataType {
  switch (kind) {
    case "object":
    case "list":
      return { kind, entity: present && "entity" in present ? present.entity : "" };
    case "enumeration":
      return { kind, enumeration: present?.kind === "enumeration" ? present.enumeration : "" };
    case "string":
    case "integer":
    case "decimal":
    case "boolean":
    case "dateTime":
    case "binary":
    case "nothing":
      return { kind };
    default:
      return unreachable(kind);
  }
}

export interface DataTypeInputProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly allowed: readonly DataType["kind"][];
  readonly value: DataType | undefined;
  readonly onChange: (type: DataType) => void;
  readonly problem?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly testId: string;
}

/** A type, and the entity or enumeration that belongs to it. */
export function DataTypeInput(props: DataTypeInputProps) {
  const { value, allowed, onChange, isReadOnly = false } = props;
  const index = useIndex();
  const entities = useMemo(() => pickerRows(index, "entity"), [index]);
  const enumerations = useMemo(() => pickerRows(index, "enumeration"), [index]);
  return (
    <Stack gap="sm">
      <Select
        label={props.label}
        description={props.description}
        data={allowed.map((kind) => ({ value: kind, label: labels[kind] }))}
        value={value?.kind ?? null}
        error={props.problem}
        readOnly={isReadOnly}
        data-testid={props.testId}
        onChange={(kind) => kind !== null && onChange(typeOfKind(kind, value))}
      />
      {value !== undefined && "entity" in value && (
        <PickerField
          label={dialogMessages.entity}
          title={dialogMessages.selectEntity}
          creates="entity"
          rows={entities}
          value={value.entity}
          isReadOnly={isReadOnly}
          testId={`${props.testId}-entity`}
          onChange={(entity) => onChange({ kind: value.kind, entity })}
        />
      )}
      {value?.kind === "enumeration" && (
        <PickerField
          label={dialogMessages.enumeration}
          title={dialogMessages.selectEnumeration}
          creates="enumeration"
          rows={enumerations}
          value={value.enumeration}
          isReadOnly={isReadOnly}
          testId={`${props.testId}-enumeration`}
          onChange={(enumeration) => onChange({ kind: "enumeration", enumeration })}
        />
      )}
    </Stack>
  );
}
