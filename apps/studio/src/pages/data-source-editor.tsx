import { SegmentedControl, Select, Stack, Text } from "@mantine/core";
import {
  type DataSource,
  entityOfSource,
  parametersOf,
  readWidgetField,
  type WidgetFieldOf,
} from "@rivulet/pages";
import { useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { ArgumentInputs } from "./argument-inputs.tsx";
import { FillDialog } from "./fill-dialog.tsx";
import type { WidgetFieldEditorProps } from "./widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

type Kind = DataSource["kind"];
interface PartProps {
  readonly field: WidgetFieldOf<"dataSource">;
  readonly value: DataSource | undefined;
  readonly onChange: (value: DataSource) => void;
}

/** A microflow whose result fits: others are not offered. */
function MicroflowSource({ field, value, onChange }: PartProps) {
  const { index, isReadOnly } = useWidgetForm();
  const source = value?.kind === "microflow" ? value : undefined;
  const problem = useProblemAt(`${field.name}.microflow`);
  const rows = pickerRows(index, "microflow", ({ returnType }) => returnType.kind === field.gives);
  return (
    <>
      <PickerField
        label={pageMessages.microflow}
        title={pageMessages.selectMicroflow}
        rows={rows}
        value={source?.microflow}
        problem={problem}
        isReadOnly={isReadOnly}
        testId={`field-${field.name}-microflow`}
        onChange={(microflow) => onChange({ kind: "microflow", microflow, arguments: {} })}
      />
      {source && (
        <ArgumentInputs
          field={field.name}
          target={{ kind: "microflow", name: source.microflow }}
          value={source.arguments}
          isOfList={field.gives === "list"}
          onChange={(given) => onChange({ ...source, arguments: given })}
        />
      )}
    </>
  );
}

function AssociationSource({ field, value, onChange }: PartProps) {
  const { index, context, isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${field.name}.association`);
  if (context === undefined) return <Text c="dimmed">{pageMessages.noAssociation}</Text>;
  const steps = index.associationsOf(context).filter(({ isSingle }) => field.gives === "list" || isSingle);
  const key = (association: string, end: string) => `${association} ${end}`;
  return (
    <Select
      label={pageMessages.association}
      data={steps.map(({ association, end, other }) => ({
        value: key(association.name, end),
        label: `${association.name.split(".")[1]} → ${other}`,
      }))}
      value={value?.kind === "association" ? key(value.association, value.end) : null}
      readOnly={isReadOnly}
      error={problem}
      data-testid={`field-${field.name}-association`}
      onChange={(chosen) => {
        const step = steps.find(({ association, end }) => key(association.name, end) === chosen);
        if (step) onChange({ kind: "association", association: step.association.name, end: step.end });
      }}
    />
  );
}

function ParameterSource({ field, value, onChange }: PartProps) {
  const { page, isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${field.name}.parameter`);
  const names = parametersOf(page).map(({ name }) => name);
  if (names.length === 0) return <Text c="dimmed">{pageMessages.noParameter}</Text>;
  return (
    <Select
      label={pageMessages.parameter}
      data={names}
      value={value?.kind === "parameter" ? value.parameter : null}
      readOnly={isReadOnly}
      error={problem}
      data-testid={`field-${field.name}-parameter`}
      onChange={(parameter) => parameter !== null && onChange({ kind: "parameter", parameter })}
    />
  );
}

const parts = {
  microflow: MicroflowSource,
  association: AssociationSource,
  parameter: ParameterSource,
} as const;

/** Where the objects of a data widget come from. */
export function DataSourceEditor({ field, value: json, onChange }: WidgetFieldEditorProps<"dataSource">) {
  const value = readWidgetField("dataSource", json);
  const { isReadOnly, widget, page, index } = useWidgetForm();
  const [filling, setFilling] = useState<string>();
  const problem = useProblemAt(field.name);
  const [chosen, setChosen] = useState<Kind>(value?.kind ?? "microflow");
  const kind = value?.kind ?? chosen;
  const kinds: Kind[] =
    field.gives === "list" ? ["microflow", "association"] : ["microflow", "association", "parameter"];
  const Part = parts[chosen === kind ? kind : chosen];
  const choose = (source: DataSource) => {
    const entity = entityOfSource(source, page, index);
    const isOther = value === undefined || entityOfSource(value, page, index) !== entity;
    onChange(source);
    if (isOther) setFilling(entity);
  };
  return (
    <Stack gap="xs">
      <Text size="xs" fw={550}>
        {field.label}
      </Text>
      <SegmentedControl
        size="xs"
        data={kinds.map((each) => ({ value: each, label: pageMessages.sourceKinds[each] }))}
        value={chosen}
        readOnly={isReadOnly}
        onChange={(each) => setChosen(each)}
      />
      <Part field={field} value={value} onChange={choose} />
      {filling !== undefined && (
        <FillDialog widget={widget} entity={filling} onClose={() => setFilling(undefined)} />
      )}
      {problem !== undefined && (
        <Text size="xs" c="red">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
