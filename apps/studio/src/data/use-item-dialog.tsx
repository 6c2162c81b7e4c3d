import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { dataMessages } from "../messages/data-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { workspace } from "../workspace/workspace.ts";
import type { ItemJson } from "./attribute.ts";
import { keyText } from "./cell-text.ts";
import type { DataPlace, TableFacts } from "./data-api.ts";
import { insertGetItem } from "./insert-get-item.ts";

interface UseItemDialogProps {
  readonly place: DataPlace;
  readonly facts: TableFacts;
  readonly item: ItemJson;
  readonly onClose: () => void;
}

/** A choice that no id of a record can be. */
const aNewOne = "";

/** The microflow that was in front last, of the tabs that are open. */
function lastMicroflow(isChoice: (id: string) => boolean): string | undefined {
  const open = workspace.getState().tabs.flatMap((tab) => (tab.kind === "microflow" ? [tab.id] : []));
  return open.findLast(isChoice);
}

/** Asks in which microflow an item is to be used, and puts the activities there that get it. */
export function UseItemDialog({ place, facts, item, onClose }: UseItemDialogProps) {
  const project = useProject();
  const { index } = project;
  const module = index.modules().find(({ id }) => !project.isReadOnly(id));
  const microflows = [...index.records.values()].flatMap((record) =>
    record.type === "microflow" && !project.isReadOnly(record.id)
      ? [{ value: record.id, label: index.qualifiedNameOf(record) ?? record.name }]
      : [],
  );
  const [chosen, setChosen] = useState<string>(
    () => lastMicroflow((id) => microflows.some(({ value }) => value === id)) ?? aNewOne,
  );
  const hasBinaryKey = facts.key.some(({ type }) => type === "B");
  const obstacle = hasBinaryKey ? dataMessages.binaryKey : module ? undefined : dataMessages.noModule;
  const submit = () => {
    onClose();
    if (module)
      insertGetItem(
        project,
        { facts, item, region: place.region },
        chosen === aNewOne ? { module } : { microflow: chosen },
      );
  };
  return (
    <FormDialog
      title={dataMessages.intoTitle(keyText(item, facts.key))}
      size={480}
      isBlocked={obstacle !== undefined || project.isLocked}
      submitLabel={dataMessages.addActivities}
      submitTestId="use-item"
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{dataMessages.intoText}</Text>
      <Select
        data-autofocus
        label={dataMessages.microflow}
        data={[{ value: aNewOne, label: dataMessages.newMicroflow }, ...microflows]}
        value={chosen}
        searchable
        allowDeselect={false}
        error={obstacle}
        data-testid="field-microflow"
        onChange={(id) => setChosen(id ?? aNewOne)}
      />
    </FormDialog>
  );
}
