import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import type { AttributeRecord, EntityRecord, ModuleRecord } from "@rivulet/model";
import { Lock, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { ElsewhereNote } from "../dialogs/elsewhere-note.tsx";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { type RecordDraft, useRecordDraft } from "../dialogs/record-draft.ts";
import { documentNameFault } from "../explorer/name-faults.ts";
import { usagesOf } from "../explorer/refactor-documents.ts";
import { UsageList } from "../explorer/usage-list.tsx";
import { controlMessages } from "../messages/control-messages.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import { withRenamedAttribute } from "./access-rules.ts";
import { AccessSection } from "./access-section.tsx";
import { AttributeDialog } from "./attribute-dialog.tsx";
import { AttributeTable } from "./attribute-table.tsx";
import { newAttribute, saveEntity } from "./edit-domain-model.ts";
import { inheritedAttributes } from "./inherited-attributes.ts";

const texts = domainModelMessages;

/** Entities that can be the generalization of one: all but itself and what specializes it. */
function useGeneralizations(entity: EntityRecord) {
  const index = useIndex();
  return useMemo(() => {
    const name = index.qualifiedNameOf(entity) ?? entity.name;
    return pickerRows(index, "entity", (other) => {
      const otherName = index.qualifiedNameOf(other);
      return otherName !== undefined && !index.isKindOf(otherName, name);
    });
  }, [index, entity]);
}

/** What uses the entity under its present name, while it is being given another. */
function RenameNote({ entity, onLeave }: { entity: EntityRecord; onLeave: () => void }) {
  const project = useProject();
  const usages = useMemo(() => usagesOf(entity, project), [entity, project]);
  if (usages.length === 0) return null;
  return (
    <div data-testid="rename-usages">
      <Text size="sm" c="dimmed">
        {texts.renameUsed(usages.length)}
      </Text>
      <UsageList usages={usages} onLeave={onLeave} />
    </div>
  );
}

interface PartProps {
  readonly draft: EntityRecord;
  readonly isReadOnly: boolean;
  readonly onChange: (draft: EntityRecord) => void;
}

function Attributes({ draft, isReadOnly, onChange }: PartProps) {
  const index = useIndex();
  const [edited, setEdited] = useState<AttributeRecord>();
  const { attributes } = draft;
  const inherited = inheritedAttributes(index, draft);
  const others = [...inherited, ...attributes.filter(({ id }) => id !== edited?.id)];
  const position = attributes.findIndex(({ id }) => id === edited?.id);
  const save = (attribute: AttributeRecord) => {
    const next = position < 0 ? [...attributes, attribute] : attributes.with(position, attribute);
    const before = attributes[position]?.name ?? attribute.name;
    onChange(withRenamedAttribute({ ...draft, attributes: next }, before, attribute.name));
    setEdited(undefined);
  };
  return (
    <section aria-label={texts.attributes}>
      <Group justify="space-between" mb={6}>
        <Text fw={600}>{texts.attributes}</Text>
        {!isReadOnly && (
          <Button
            variant="default"
            leftSection={<Plus size={14} />}
            data-testid="new-attribute"
            onClick={() => setEdited(newAttribute([...inherited, ...attributes]))}
          >
            {texts.newAttribute}
          </Button>
        )}
      </Group>
      <AttributeTable
        attributes={attributes}
        inherited={inherited}
        isReadOnly={isReadOnly}
        onEdit={setEdited}
        onChange={(next) => onChange({ ...draft, attributes: next })}
      />
      {edited && (
        <AttributeDialog
          attribute={edited}
          isNew={position < 0}
          taken={new Set(others.map(({ name }) => name))}
          onSave={save}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function Flags({ draft, isReadOnly, onChange }: PartProps) {
  return (
    <Stack gap="sm">
      <Checkbox
        label={texts.persistable}
        description={texts.persistableHint}
        checked={draft.isPersistable}
        disabled={isReadOnly}
        data-testid="field-isPersistable"
        onChange={(event) => onChange({ ...draft, isPersistable: event.currentTarget.checked })}
      />
      <Checkbox
        label={texts.abstractLabel}
        description={texts.abstractHint}
        checked={draft.isAbstract ?? false}
        disabled={isReadOnly}
        data-testid="field-isAbstract"
        onChange={(event) => onChange({ ...draft, isAbstract: event.currentTarget.checked })}
      />
    </Stack>
  );
}

interface OpenDialogProps {
  readonly edited: RecordDraft<EntityRecord>;
  readonly module: ModuleRecord;
  readonly onClose: () => void;
}

function OpenDialog({ edited, module, onClose }: OpenDialogProps) {
  const project = useProject();
  const index = useIndex();
  const { record: entity, draft, setDraft, elsewhere } = edited;
  const isReadOnly = project.isReadOnly(entity.id);
  const entities = useGeneralizations(entity);
  const fault = documentNameFault(index, { name: draft.name, module, except: entity.id });
  const save = () => {
    if (draft !== entity) saveEntity(project, draft);
    onClose();
  };
  const part = { draft, isReadOnly, onChange: setDraft };
  return (
    <FormDialog
      title={texts.entityTitle(module.name)}
      size={640}
      isReadOnly={isReadOnly}
      isBlocked={fault !== undefined || elsewhere === "deleted"}
      onSubmit={save}
      onClose={onClose}
    >
      <ElsewhereNote elsewhere={elsewhere} />
      {isReadOnly && (
        <p className="rv-dialog-note">
          <Lock size={13} aria-hidden="true" />
          {controlMessages.readOnly}
        </p>
      )}
      <TextInput
        label={texts.name}
        value={draft.name}
        error={fault}
        readOnly={isReadOnly}
        spellCheck={false}
        data-autofocus
        data-testid="field-name"
        onFocus={(event) => !isReadOnly && event.currentTarget.select()}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      {draft.name !== entity.name && <RenameNote entity={entity} onLeave={onClose} />}
      <PickerField
        label={texts.generalization}
        description={texts.generalizationHint}
        title={texts.selectGeneralization}
        rows={entities}
        value={draft.generalization}
        isReadOnly={isReadOnly}
        testId="field-generalization"
        onChange={(generalization) => setDraft({ ...draft, generalization })}
        onClear={() => setDraft(({ generalization: _gone, ...rest }) => rest)}
      />
      <Flags {...part} />
      <Attributes {...part} />
      <AccessSection {...part} module={module} />
    </FormDialog>
  );
}

/** The dialog of an entity: name, generalization, attributes. OK is one step that can be undone. */
export function EntityDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const edited = useRecordDraft("entity", id);
  const module = useRecord("module", edited?.record.parent ?? "");
  if (!edited || !module) return null;
  return <OpenDialog key={id} edited={edited} module={module} onClose={onClose} />;
}
