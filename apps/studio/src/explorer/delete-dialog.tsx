import "./dialogs.css";
import { Button, Group, Modal, Text } from "@mantine/core";
import type { ModuleRecord } from "@rivulet/model";
import { type ReactNode, useMemo } from "react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";
import { deleteFolder } from "./edit-documents.ts";
import { deleteRecord, isRefactorable, type Refactorable, usagesOf } from "./refactor-documents.ts";
import { UsageList } from "./usage-list.tsx";

interface DeleteFormProps {
  readonly noun: string;
  readonly name: string;
  readonly action: string;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

function DeleteForm({ noun, name, action, onDelete, children }: DeleteFormProps) {
  return (
    <Modal opened onClose={closeDialog} title={explorerMessages.deleteTitle(noun, name)} size={480}>
      <div className="rv-dialog-form">
        <div>{children}</div>
        <Group justify="flex-end" gap={8}>
          <Text size="sm" c="dimmed" mr="auto">
            {explorerMessages.undoHint}
          </Text>
          <Button variant="default" onClick={closeDialog}>
            {explorerMessages.cancel}
          </Button>
          <Button
            color="red"
            data-autofocus
            onClick={() => {
              closeDialog();
              onDelete();
            }}
          >
            {action}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

function RecordDeleteDialog({ record }: { record: Refactorable }) {
  const project = useProject();
  const usages = useMemo(() => usagesOf(record, project), [record, project]);
  return (
    <DeleteForm
      noun={projectMessages.recordNouns[record.type]}
      name={record.name}
      action={usages.length === 0 ? explorerMessages.delete : explorerMessages.deleteAnyway}
      onDelete={() => deleteRecord(record, project)}
    >
      <Text size="sm">
        {usages.length === 0 ? explorerMessages.unused : explorerMessages.deleteUsed(usages.length)}
      </Text>
      {usages.length > 0 && <UsageList usages={usages} />}
    </DeleteForm>
  );
}

function FolderDeleteDialog({ module, id }: { module: ModuleRecord; id: string }) {
  const { store, index } = useProject();
  const folder = module.folders.find((each) => each.id === id);
  if (!folder) return null;
  const documents = index.children(module.id).filter((record) => "folder" in record && record.folder === id);
  const folders = module.folders.filter(({ parent }) => parent === id);
  return (
    <DeleteForm
      noun={explorerMessages.folder}
      name={folder.name}
      action={explorerMessages.delete}
      onDelete={() => deleteFolder(store, module, id)}
    >
      <Text size="sm">{explorerMessages.deleteFolder(documents.length + folders.length)}</Text>
    </DeleteForm>
  );
}

/** Takes something away; what uses it is shown first. */
export function DeleteDialog({ dialog: { id } }: { dialog: { readonly id: string } }) {
  const index = useIndex();
  const record = index.records.get(id);
  if (isRefactorable(record)) return <RecordDeleteDialog record={record} />;
  const module = index.modules().find(({ folders }) => folders.some((folder) => folder.id === id));
  return module ? <FolderDeleteDialog module={module} id={id} /> : null;
}
