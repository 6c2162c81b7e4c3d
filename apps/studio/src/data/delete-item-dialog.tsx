import "../dialogs/form-dialog.css";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { Dialog } from "../dialogs/dialog.tsx";
import { useOneAtATime } from "../dialogs/use-one-at-a-time.ts";
import { dataMessages } from "../messages/data-messages.ts";
import { sentenceOf } from "../people/tell-failure.ts";
import type { ItemJson } from "./attribute.ts";
import { keyText } from "./cell-text.ts";
import { type DataPlace, dataApi, ItemChanged, type TableFacts } from "./data-api.ts";
import { readPageAgain } from "./data-controller.ts";

interface DeleteItemDialogProps {
  readonly place: DataPlace;
  readonly facts: TableFacts;
  readonly item: ItemJson;
  readonly onClose: () => void;
}

/** Asks before an item is deleted, and once more where somebody has changed it meanwhile. */
export function DeleteItemDialog({ place, facts, item, onClose }: DeleteItemDialogProps) {
  const [seen, setSeen] = useState(item);
  const [failure, setFailure] = useState<string>();
  const { isBusy, run } = useOneAtATime(async () => {
    try {
      await dataApi.remove(place, facts.name, seen);
    } catch (error) {
      setFailure(sentenceOf(error));
      if (!(error instanceof ItemChanged)) return;
      if (error.present) setSeen(error.present);
      await readPageAgain();
      return;
    }
    onClose();
    notifications.show({ message: dataMessages.deleted });
    await readPageAgain();
  });
  return (
    <Dialog title={dataMessages.deleteTitle(keyText(item, facts.key))} size={480} onClose={onClose}>
      <div className="rv-dialog-form">
        <Text size="sm">{dataMessages.deleteText(facts.name)}</Text>
        {failure !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {failure}
          </Text>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {dataMessages.cancel}
          </Button>
          <Button color="red" data-autofocus disabled={isBusy} data-testid="delete-item" onClick={run}>
            {seen === item ? dataMessages.delete : dataMessages.deleteAnyway}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
