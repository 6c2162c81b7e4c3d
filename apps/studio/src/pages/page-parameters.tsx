import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { freeName, type PageRecord } from "@rivulet/model";
import { Plus, Trash2 } from "lucide-react";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex } from "../project/use-project.tsx";

type Parameter = NonNullable<PageRecord["parameters"]>[number];

/** A name that no parameter has, after the entity where there is one. */
function freeParameterName(entity: string, taken: readonly Parameter[]): string {
  const isFree = (name: string) => taken.every((parameter) => parameter.name !== name);
  return freeName(entity.split(".")[1] ?? "Object", isFree, { separator: "" });
}

interface PageParametersProps {
  readonly parameters: readonly Parameter[];
  readonly isReadOnly: boolean;
  readonly onChange: (parameters: readonly Parameter[] | undefined) => void;
  /** Gives a parameter another name wherever it is used. */
  readonly onRename: (names: { readonly from: string; readonly to: string }) => void;
}

interface ParameterRowProps extends PageParametersProps {
  readonly parameter: Parameter;
  readonly position: number;
}

function ParameterRow(props: ParameterRowProps) {
  const { parameter, position, parameters, isReadOnly, onChange, onRename } = props;
  const index = useIndex();
  const { name, entity } = parameter;
  const change = (changed: Partial<Parameter>) =>
    onChange(parameters.with(position, { ...parameter, ...changed }));
  const isTaken = (other: string) => parameters.some((each) => each !== parameter && each.name === other);
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
        <DraftTextInput
          aria-label={pageMessages.parameterName(position + 1)}
          value={name}
          readOnly={isReadOnly}
          data-testid={`field-parameter-${position + 1}-name`}
          faultOf={(text) =>
            /^[A-Za-z_]\w{0,99}$/.test(text) && !isTaken(text) ? undefined : pageMessages.parameterFault
          }
          onCommit={(text) => onRename({ from: name, to: text })}
        />
        <PickerField
          label={pageMessages.parameterEntity(name)}
          isLabelHidden
          title={pageMessages.selectEntity}
          rows={pickerRows(index, "entity")}
          value={entity}
          isReadOnly={isReadOnly}
          testId={`field-parameter-${position + 1}-entity`}
          onChange={(chosen) => {
            const others = parameters.toSpliced(position, 1);
            // A name that was only proposed follows the entity.
            const isProposed = name.startsWith(entity.split(".")[1] ?? "Object");
            const wanted = isProposed ? freeParameterName(chosen, others) : name;
            if (wanted !== name) onRename({ from: name, to: wanted });
            change({ entity: chosen, name: wanted });
          }}
        />
      </Stack>
      {!isReadOnly && (
        <ActionIcon
          aria-label={pageMessages.removeParameter(name)}
          onClick={() => {
            const left = parameters.toSpliced(position, 1);
            onChange(left.length === 0 ? undefined : left);
          }}
        >
          <Trash2 size={14} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** The objects that a page needs to be opened. */
export function PageParameters(props: PageParametersProps) {
  const { parameters, isReadOnly, onChange } = props;
  return (
    <section aria-label={pageMessages.parameters}>
      <Text fw={600}>{pageMessages.parameters}</Text>
      <Text size="xs" c="dimmed" mb={6}>
        {pageMessages.parametersHint}
      </Text>
      <Stack gap="sm">
        {parameters.map((parameter, position) => (
          // The place is what it is: names and entities change.
          // oxlint-disable-next-line react/no-array-index-key
          <ParameterRow key={position} {...props} parameter={parameter} position={position} />
        ))}
        {!isReadOnly && (
          <Button
            variant="subtle"
            size="compact-xs"
            style={{ alignSelf: "flex-start" }}
            leftSection={<Plus size={13} />}
            data-testid="add-parameter"
            onClick={() => onChange([...parameters, { name: freeParameterName("", parameters), entity: "" }])}
          >
            {pageMessages.addParameter}
          </Button>
        )}
      </Stack>
    </section>
  );
}
