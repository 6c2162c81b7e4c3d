import type { ModuleRecord } from "@rivulet/model";
import { useMemo } from "react";
import { DeletePartsDialog } from "../domain-model/delete-parts-dialog.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";
import { ConfirmDelete } from "./confirm-delete.tsx";
import { deleteFolder } from "./edit-folders.ts";
import { deleteRecord, isRefactorable, type Refactorable, usagesOf } from "./refactor-documents.ts";

function RecordDeleteDialog({ record }: { record: Refactorable }) {
  const project = useProject();
  const usages = useMemo(() => usagesOf(record, project), [record, project]);
  return (
    <ConfirmDelete
      title={explorerMessages.deleteTitle(projectMessages.recordNouns[record.type], record.name)}
      usages={usages}
      onDelete={() => deleteRecord(record, project)}
      onClose={closeDialog}
    />
  );
}

function FolderDeleteDialog({ module, id }: { module: ModuleRecord; id: string }) {
  const { store, index } = useProject();
  const folder = module.folders.find((each) => each.id === id);
  if (!folder) return null;
  const documents = index.children(module.id).filter((record) => "folder" in record && record.folder === id);
  const folders = module.folders.filter(({ parent }) => parent === id);
  return (
    <ConfirmDelete
      title={explorerMessages.deleteTitle(explorerMessages.folder, folder.name)}
      usages={[]}
      onDelete={() => deleteFolder(store, module, id)}
      onClose={closeDialog}
    >
      {explorerMessages.deleteFolder(documents.length + folders.length)}
    </ConfirmDelete>
  );
}

/** Takes something away; what uses it is shown first. */
export function DeleteDialog({ dialog: { id } }: { dialog: { readonly id: string } }) {
  const index = useIndex();
  const record = index.records.get(id);
  if (record?.type === "entity") return <DeletePartsDialog ids={[id]} onClose={closeDialog} />;
  if (isRefactorable(record)) return <RecordDeleteDialog record={record} />;
  const module = index.modules().find(({ folders }) => folders.some((folder) => folder.id === id));
  return module ? <FolderDeleteDialog module={module} id={id} /> : null;
}
