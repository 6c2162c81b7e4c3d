import { Text } from "@mantine/core";
import type { WidgetRecord } from "@rivulet/model";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { fillDataWidget, fillingAttributes } from "./fill-widget.ts";

interface FillDialogProps {
  readonly widget: WidgetRecord;
  readonly entity: string;
  readonly onClose: () => void;
}

/** Asks whether a data widget shall show the attributes of what it gets now: as a row, or as a form. */
export function FillDialog({ widget, entity, onClose }: FillDialogProps) {
  const project = useProject();
  const attributes = fillingAttributes(widget, entity, project.index);
  if (attributes.length === 0) return null;
  const isList = widget.kind === "listView";
  const [, name = entity] = entity.split(".");
  return (
    <FormDialog
      title={pageMessages.fillTitle(isList ? "list" : "data", name)}
      size={440}
      submitLabel={pageMessages.fill}
      submitTestId="fill-list"
      onSubmit={() => {
        // The data source was chosen just now: what it changed is in the store, not in `widget`.
        const present = project.store.get(widget.id);
        if (present?.type === "widget") fillDataWidget(project, present, entity);
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{pageMessages.fillHint(isList ? "row" : "form", attributes.join(", "))}</Text>
    </FormDialog>
  );
}
