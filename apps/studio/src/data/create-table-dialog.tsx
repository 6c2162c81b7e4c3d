import { Group, Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { ServerForm } from "../dialogs/server-form.tsx";
import { dataMessages } from "../messages/data-messages.ts";
import { type DataPlace, dataApi, type KeyPart } from "./data-api.ts";
import { chooseTable, listTables } from "./data-controller.ts";

const keyTypes = (["S", "N", "B"] as const).map((value) => ({ value, label: dataMessages.typeNames[value] }));

interface KeyFieldsProps {
  readonly label: string;
  readonly part: KeyPart;
  readonly placeholder?: string;
  readonly testId: string;
  readonly onChange: (part: KeyPart) => void;
}

function KeyFields({ label, part, placeholder, testId, onChange }: KeyFieldsProps) {
  return (
    <Group gap={8} align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        placeholder={placeholder}
        value={part.name}
        maxLength={255}
        data-testid={testId}
        onChange={(event) => onChange({ ...part, name: event.currentTarget.value })}
      />
      <Select
        w={130}
        aria-label={dataMessages.keyType(label)}
        data={keyTypes}
        value={part.type}
        allowDeselect={false}
        onChange={(type) => type !== null && onChange({ ...part, type })}
      />
    </Group>
  );
}

/** Creates a table with its key, and shows it. */
export function CreateTableDialog({
  place,
  onClose,
}: {
  readonly place: DataPlace;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [partition, setPartition] = useState<KeyPart>({ name: "", type: "S" });
  const [sort, setSort] = useState<KeyPart>({ name: "", type: "S" });
  const isNamed = /^[\w.-]{3,255}$/.test(name);
  const ask = async () => {
    await dataApi.create(place, { name, partition, sort: sort.name === "" ? null : sort });
    onClose();
    notifications.show({ message: dataMessages.tableCreated(name) });
    await listTables(true);
    await chooseTable(name);
  };
  return (
    <ServerForm
      title={dataMessages.createTable}
      size={480}
      submitLabel={dataMessages.createTable}
      submitTestId="create-table-submit"
      isBlocked={!isNamed || partition.name === "" || partition.name === sort.name}
      ask={ask}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={dataMessages.name}
        description={dataMessages.tableNameHint}
        error={name !== "" && !isNamed ? dataMessages.tableNameFault : undefined}
        value={name}
        maxLength={255}
        data-testid="field-name"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <KeyFields
        label={dataMessages.partitionKey}
        part={partition}
        testId="field-partition"
        onChange={setPartition}
      />
      <KeyFields
        label={dataMessages.sortKey}
        placeholder={dataMessages.noSortKey}
        part={sort}
        testId="field-sort"
        onChange={setSort}
      />
    </ServerForm>
  );
}
