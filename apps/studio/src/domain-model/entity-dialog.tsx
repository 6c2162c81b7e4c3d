import { ActionIcon, Button, Checkbox, Group, Stack, Table, Text, TextInput } from "@mantine/core";
import { type AttributeRecord, type EntityRecord, nameFault } from "@rivulet/model";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { Dialog } from "../dialogs/dialog.tsx";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import { AttributeDialog } from "./attribute-dialog.tsx";
import { attributeTypeLabel } from "./attribute-type-label.ts";
import { newAttribute, saveEntity } from "./edit-domain-model.ts";

function AttributeTable(props: {
  attributes: readonly AttributeRecord[];
  isReadOnly: boolean;
  onEdit: (attribute: AttributeRecord) => void;
  onDelete: (attribute: AttributeRecord) => void;
}) {
  if (props.attributes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        This entity has no attributes yet.
      </Text>
    );
  }
  return (
    <Table highlightOnHover verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Type</Table.Th>
          <Table.Th>Default</Table.Th>
          <Table.Th w={70} aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.attributes.map((attribute) => (
          <Table.Tr
            key={attribute.id}
            data-testid={`attribute-${attribute.name}`}
            onDoubleClick={() => !props.isReadOnly && props.onEdit(attribute)}
          >
            <Table.Td>{attribute.name}</Table.Td>
            <Table.Td>{attributeTypeLabel(attribute.attributeType)}</Table.Td>
            <Table.Td className="rv-expression">{defaultText(attribute)}</Table.Td>
            <Table.Td>
              {!props.isReadOnly && (
                <Group gap={2} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    aria-label={`Edit ${attribute.name}`}
                    onClick={() => props.onEdit(attribute)}
                  >
                    <Pencil size={13} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    size="sm"
                    aria-label={`Delete ${attribute.name}`}
                    onClick={() => props.onDelete(attribute)}
                  >
                    <Trash2 size={13} />
                  </ActionIcon>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function defaultText({ defaultValue }: AttributeRecord): string {
  return defaultValue === undefined || defaultValue === null ? "" : String(defaultValue);
}

function OpenDialog({ entity, onClose }: { entity: EntityRecord; onClose: () => void }) {
  const project = useProject();
  const index = useIndex();
  const [draft, setDraft] = useState(entity);
  const [edited, setEdited] = useState<AttributeRecord>();
  const isReadOnly = project.isReadOnly(entity.id);
  const entities = useMemo(
    () => pickerRows(index, "entity", ({ id }) => id !== entity.id),
    [index, entity.id],
  );
  const module = project.record(entity.parent);
  const qualified = module?.type === "module" ? `${module.name}.${draft.name}` : draft.name;
  const other = index.named(qualified);
  const fault =
    nameFault(draft.name) ?? (other && other.id !== entity.id ? `${qualified} exists already.` : undefined);
  const setAttributes = (attributes: readonly AttributeRecord[]) => setDraft({ ...draft, attributes });
  const saveAttribute = (attribute: AttributeRecord) => {
    const at = draft.attributes.findIndex(({ id }) => id === attribute.id);
    setAttributes(at < 0 ? [...draft.attributes, attribute] : draft.attributes.with(at, attribute));
    setEdited(undefined);
  };
  const save = () => {
    if (fault !== undefined) return;
    if (draft !== entity) saveEntity(project, draft);
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`Entity ${entity.name}`} size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            value={draft.name}
            error={fault}
            readOnly={isReadOnly}
            data-autofocus
            data-testid="field-name"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <PickerField
            label="Generalization"
            description="The entity whose attributes and associations this one has too."
            title="Select generalization"
            rows={entities}
            value={draft.generalization}
            isReadOnly={isReadOnly}
            testId="field-generalization"
            onChange={(generalization) => setDraft({ ...draft, generalization })}
            onClear={() => setDraft(({ generalization: _gone, ...rest }) => rest)}
          />
          <Group gap="xl">
            <Checkbox
              label="Persistable"
              checked={draft.isPersistable}
              disabled={isReadOnly}
              data-testid="field-isPersistable"
              onChange={(event) => setDraft({ ...draft, isPersistable: event.currentTarget.checked })}
            />
            <Checkbox
              label="Abstract"
              checked={draft.isAbstract ?? false}
              disabled={isReadOnly}
              data-testid="field-isAbstract"
              onChange={(event) => setDraft({ ...draft, isAbstract: event.currentTarget.checked })}
            />
          </Group>
          <section aria-label="Attributes">
            <Group justify="space-between" mb={4}>
              <Text fw={600}>Attributes</Text>
              {!isReadOnly && (
                <Button
                  variant="default"
                  leftSection={<Plus size={14} />}
                  data-testid="new-attribute"
                  onClick={() => setEdited(newAttribute(draft.attributes))}
                >
                  New
                </Button>
              )}
            </Group>
            <AttributeTable
              attributes={draft.attributes}
              isReadOnly={isReadOnly}
              onEdit={setEdited}
              onDelete={(gone) => setAttributes(draft.attributes.filter(({ id }) => id !== gone.id))}
            />
          </section>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={isReadOnly || fault !== undefined}>
              OK
            </Button>
          </Group>
        </Stack>
      </form>
      {edited && (
        <AttributeDialog
          attribute={edited}
          taken={new Set(draft.attributes.filter(({ id }) => id !== edited.id).map(({ name }) => name))}
          onSave={saveAttribute}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Dialog>
  );
}

/** The dialog of an entity: name, generalization, attributes. OK is one step that can be undone. */
export function EntityDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const entity = useRecord("entity", id);
  return entity ? <OpenDialog key={entity.id} entity={entity} onClose={onClose} /> : null;
}
