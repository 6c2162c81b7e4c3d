import { Text } from "@mantine/core";
import type { WidgetRecord } from "@rivulet/model";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { fillListView, shownAttributes } from "./edit-page.ts";

interface FillListDialogProps {
  readonly list: WidgetRecord;
  readonly entity: string;
  readonly onClose: () => void;
}

/** Asks whether the row of a list view shall show the attributes of what it lists now. */
export function FillListDialog({ list, entity, onClose }: FillListDialogProps) {
  const project = useProject();
  const attributes = shownAttributes(entity, project.index);
  if (attributes.length === 0) return null;
  const [, name = entity] = entity.split(".");
  return (
    <FormDialog
      title={pageMessages.fillTitle(name)}
      size={440}
      submitLabel={pageMessages.fill}
      submitTestId="fill-list"
      onSubmit={() => {
        // The data source was chosen just now: what it changed is in the store, not in `list`.
        const present = project.store.get(list.id);
        if (present?.type === "widget") fillListView(project, present, entity);
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{pageMessages.fillHint(attributes.join(", "))}</Text>
    </FormDialog>
  );
}
