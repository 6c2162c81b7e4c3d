import { Select, Stack, Text, TextInput } from "@mantine/core";
import { type AssociationRecord, nameFault } from "@rivulet/model";
import { useIndex, useProject } from "../project/use-project.tsx";

/** How many objects an association joins, as people choose it. */
const multiplicities = [
  { value: "many-to-one", label: "Many to one", multiplicity: "single", isOneToOne: false },
  { value: "one-to-one", label: "One to one", multiplicity: "single", isOneToOne: true },
  { value: "many-to-many", label: "Many to many", multiplicity: "set", isOneToOne: false },
] as const;

type Choice = (typeof multiplicities)[number];

function choiceOf({ multiplicity, isOneToOne = false }: AssociationRecord): Choice {
  return (
    multiplicities.find((row) => row.multiplicity === multiplicity && row.isOneToOne === isOneToOne) ??
    multiplicities[0]
  );
}

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/** What an association means, in a sentence. */
function sentence(association: AssociationRecord): string {
  const owner = lastName(association.owner);
  const target = lastName(association.target);
  switch (choiceOf(association).value) {
    case "many-to-one":
      return `A ${owner} refers to one ${target}; many ${owner} objects may refer to the same one.`;
    case "one-to-one":
      return `A ${owner} refers to one ${target}, and no other ${owner} refers to it.`;
    case "many-to-many":
      return `A ${owner} refers to any number of ${target} objects.`;
  }
}

/** What is wrong with an association as it would be saved. */
export function useAssociationFault(association: AssociationRecord): string | undefined {
  const index = useIndex();
  const project = useProject();
  const module = project.record(association.parent);
  const name = module?.type === "module" ? `${module.name}.${association.name}` : association.name;
  const other = index.named(name);
  return (
    nameFault(association.name) ??
    (other && other.id !== association.id ? `${name} exists already.` : undefined)
  );
}

/** Name, ends and multiplicity of an association. */
export function AssociationForm(props: {
  association: AssociationRecord;
  fault: string | undefined;
  isReadOnly: boolean;
  onChange: (association: AssociationRecord) => void;
}) {
  const { association, isReadOnly, onChange } = props;
  const choose = (value: string | null) => {
    const choice = multiplicities.find((row) => row.value === value);
    if (!choice) return;
    const { isOneToOne: _old, ...rest } = association;
    const { multiplicity, isOneToOne } = choice;
    onChange(isOneToOne ? { ...rest, multiplicity, isOneToOne } : { ...rest, multiplicity });
  };
  return (
    <Stack gap="md">
      <TextInput
        label="Name"
        value={association.name}
        error={props.fault}
        readOnly={isReadOnly}
        data-autofocus
        data-testid="field-association-name"
        onChange={(event) => onChange({ ...association, name: event.currentTarget.value })}
      />
      <Select
        label="Multiplicity"
        data={multiplicities.map(({ value, label }) => ({ value, label }))}
        value={choiceOf(association).value}
        allowDeselect={false}
        readOnly={isReadOnly}
        data-testid="field-multiplicity"
        onChange={choose}
      />
      <Select
        label="Owner"
        description="The entity whose objects hold the reference."
        data={[...new Set([association.owner, association.target])]}
        value={association.owner}
        allowDeselect={false}
        readOnly={isReadOnly}
        data-testid="field-owner"
        onChange={(owner) => {
          if (owner === null || owner === association.owner) return;
          onChange({ ...association, owner, target: association.owner });
        }}
      />
      <Text size="sm" c="dimmed">
        {sentence(association)}
      </Text>
    </Stack>
  );
}
