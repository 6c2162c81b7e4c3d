import { Text, TextInput } from "@mantine/core";
import type { ModuleRecord, WidgetRecord } from "@rivulet/model";
import { type ReactNode, useMemo, useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";
import { renameWidget, widgetNameFault } from "../pages/edit-page.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";
import { renameFolder } from "./edit-folders.ts";
import { documentNameFault, folderNameFault, moduleNameFault } from "./name-faults.ts";
import { isRefactorable, type Refactorable, renameEverywhere, usagesOf } from "./refactor-documents.ts";
import { UsageList } from "./usage-list.tsx";

interface RenameFormProps {
  readonly noun: string;
  readonly name: string;
  readonly faultOf: (name: string) => string | undefined;
  readonly onRename: (name: string) => void;
  readonly children?: ReactNode;
}

function RenameForm({ noun, name: present, faultOf, onRename, children }: RenameFormProps) {
  const [name, setName] = useState(present);
  const fault = name === present ? undefined : faultOf(name);
  const submit = () => {
    closeDialog();
    if (name !== present) onRename(name);
  };
  return (
    <FormDialog
      title={explorerMessages.renameTitle(noun, present)}
      size={480}
      isBlocked={fault !== undefined}
      submitLabel={explorerMessages.rename}
      onSubmit={submit}
      onClose={closeDialog}
    >
      <TextInput
        data-autofocus
        label={explorerMessages.newName}
        value={name}
        error={fault}
        data-testid="field-name"
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {children}
    </FormDialog>
  );
}

function RecordRenameDialog({ record }: { record: Refactorable }) {
  const project = useProject();
  const index = useIndex();
  const usages = useMemo(() => usagesOf(record, project), [record, project]);
  const module = record.type === "module" ? undefined : index.records.get(record.parent);
  const faultOf = (name: string) => {
    if (module?.type !== "module") return moduleNameFault(index, name, record.id);
    return documentNameFault(index, { name, module, except: record.id });
  };
  return (
    <RenameForm
      noun={projectMessages.recordNouns[record.type]}
      name={record.name}
      faultOf={faultOf}
      onRename={(name) => renameEverywhere(record, name, project)}
    >
      <div>
        <Text size="sm" c="dimmed">
          {usages.length === 0 ? explorerMessages.unused : explorerMessages.renameUsed(usages.length)}
        </Text>
        {usages.length > 0 && <UsageList usages={usages} />}
      </div>
    </RenameForm>
  );
}

function FolderRenameDialog({ module, id }: { module: ModuleRecord; id: string }) {
  const { store } = useProject();
  const folder = module.folders.find((each) => each.id === id);
  if (!folder) return null;
  return (
    <RenameForm
      noun={explorerMessages.folder}
      name={folder.name}
      faultOf={(name) => folderNameFault(module, { name, parent: folder.parent, except: id })}
      onRename={(name) => renameFolder(store, module, { id, name })}
    />
  );
}

function WidgetRenameDialog({ widget }: { widget: WidgetRecord }) {
  const { store } = useProject();
  const index = useIndex();
  return (
    <RenameForm
      noun={projectMessages.recordNouns.widget}
      name={widget.name}
      faultOf={(name) => widgetNameFault(index, widget, name)}
      onRename={(name) => renameWidget(store, widget, name)}
    />
  );
}

/** Gives something another name, everywhere it is used; the uses are shown first. */
export function RenameDialog({ dialog: { id } }: { dialog: { readonly id: string } }) {
  const index = useIndex();
  const record = index.records.get(id);
  if (isRefactorable(record)) return <RecordRenameDialog record={record} />;
  if (record?.type === "widget") return <WidgetRenameDialog widget={record} />;
  const module = index.modules().find(({ folders }) => folders.some((folder) => folder.id === id));
  return module ? <FolderRenameDialog module={module} id={id} /> : null;
}
