import { Input, SegmentedControl, Select, Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../dialogs/form-dialog.tsx";
import { pageMessages } from "../../messages/page-messages.ts";
import { PickerField } from "../../pickers/picker-field.tsx";
import { pickerRows } from "../../pickers/picker-rows.ts";
import { useIndex, useProject } from "../../project/use-project.tsx";
import { closeDialog, type ShellDialog } from "../../workspace/shell-dialog.ts";
import { workspace } from "../../workspace/workspace.ts";
import { fillingAttributes } from "../fill-widget.ts";
import { type EntityLook, type EntitySource, entitySources, widgetOfLook } from "./entity-sources.ts";
import { showEntity } from "./show-entity.ts";

type ShowDialog = Extract<ShellDialog, { readonly kind: "showEntity" }>;

const words = pageMessages.showEntity;

function labelOf(source: EntitySource): string {
  switch (source.kind) {
    case "newMicroflow":
      return words.newMicroflow(source.name);
    case "newParameter":
      return words.newParameter(source.name);
    case "later":
      return words.later;
    case "present": {
      const { source: present } = source;
      if (present.kind === "microflow") return words.microflow(present.microflow);
      return present.kind === "parameter"
        ? words.parameter(present.parameter)
        : words.association(present.association);
    }
  }
}

interface LookProps {
  readonly entity: string;
  readonly look: EntityLook;
  readonly sources: readonly EntitySource[];
  readonly chosen: number;
  readonly onLook: (look: EntityLook) => void;
  readonly onChoose: (position: number) => void;
}

function LookOfEntity({ entity, look, sources, chosen, onLook, onChoose }: LookProps) {
  const index = useIndex();
  const attributes = fillingAttributes({ kind: widgetOfLook[look] }, entity, index).join(", ");
  return (
    <>
      <Input.Wrapper label={words.look}>
        <SegmentedControl
          fullWidth
          data-autofocus
          aria-label={words.look}
          data={Object.entries(words.looks).map(([value, label]) => ({ value, label }))}
          value={look}
          data-testid="field-look"
          onChange={(value) => onLook(value as EntityLook)}
        />
      </Input.Wrapper>
      <Select
        label={words.source}
        data={sources.map((source, position) => ({ value: String(position), label: labelOf(source) }))}
        value={String(chosen)}
        allowDeselect={false}
        data-testid="field-source"
        onChange={(position) => position !== null && onChoose(Number(position))}
      />
      <Text size="sm" c="dimmed">
        {words.hint(look === "list" ? "row" : "form", attributes)}
      </Text>
    </>
  );
}

/** How objects of an entity are shown on a page, and where they come from. */
export function ShowEntityDialog({ dialog: { entity: given, place, tab } }: { dialog: ShowDialog }) {
  const project = useProject();
  const index = useIndex();
  const [entity, setEntity] = useState(given);
  const [look, setLook] = useState<EntityLook>("list");
  const [chosen, setChosen] = useState(0);
  const sources = entity === undefined ? [] : entitySources({ entity, look, place }, index);
  const source = sources[chosen];
  const submit = () => {
    closeDialog();
    if (entity === undefined || !source) return;
    const id = showEntity(project, { entity, look, place }, source);
    if (id !== undefined) workspace.getState().select(tab, [id]);
  };
  return (
    <FormDialog
      title={words.title(entity)}
      size={480}
      isBlocked={!source}
      submitLabel={words.add}
      onSubmit={submit}
      onClose={closeDialog}
    >
      {given === undefined && (
        <PickerField
          label={pageMessages.entity}
          title={pageMessages.selectEntity}
          rows={pickerRows(index, "entity")}
          value={entity}
          testId="field-entity"
          onChange={(name) => {
            setEntity(name);
            setChosen(0);
          }}
        />
      )}
      {entity !== undefined && (
        <LookOfEntity
          entity={entity}
          look={look}
          sources={sources}
          chosen={chosen}
          onLook={(other) => {
            setLook(other);
            setChosen(0);
          }}
          onChoose={setChosen}
        />
      )}
    </FormDialog>
  );
}
