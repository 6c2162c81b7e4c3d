import { Select, Stack, Text, TextInput } from "@mantine/core";
import type { AssociationRecord } from "@rivulet/model";
import { documentNameFault } from "../explorer/name-faults.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useIndex, useRecord } from "../project/use-project.tsx";

const texts = domainModelMessages;

/** How many objects an association joins, as people choose it. */
const multiplicities = [
  { value: "many-to-one", multiplicity: "single", isOneToOne: false },
  { value: "one-to-one", multiplicity: "single", isOneToOne: true },
  { value: "many-to-many", multiplicity: "set", isOneToOne: false },
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
  const { owner, target } = association;
  return texts.sentences[choiceOf(association).value](lastName(owner), lastName(target));
}

/** How many objects an association joins, in words. */
export function multiplicityLabel(association: AssociationRecord): string {
  return texts.multiplicities[choiceOf(association).value];
}

/** What is wrong with an association as it would be saved. */
export function useAssociationFault(association: AssociationRecord): string | undefined {
  const index = useIndex();
  const module = useRecord("module", association.parent);
  return module && documentNameFault(index, { name: association.name, module, except: association.id });
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
        label={texts.name}
        value={association.name}
        error={props.fault}
        readOnly={isReadOnly}
        data-autofocus
        spellCheck={false}
        data-testid="field-association-name"
        onFocus={(event) => !isReadOnly && event.currentTarget.select()}
        onChange={(event) => onChange({ ...association, name: event.currentTarget.value })}
      />
      <Select
        label={texts.multiplicity}
        data={multiplicities.map(({ value }) => ({ value, label: texts.multiplicities[value] }))}
        value={choiceOf(association).value}
        readOnly={isReadOnly}
        data-testid="field-multiplicity"
        onChange={choose}
      />
      <Select
        label={texts.owner}
        description={texts.ownerHint}
        data={[...new Set([association.owner, association.target])]}
        value={association.owner}
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
