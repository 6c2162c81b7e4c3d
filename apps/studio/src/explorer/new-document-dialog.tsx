import { TextInput } from "@mantine/core";
import { freeName, type ModuleRecord, type ProjectIndex, type ProjectRecord } from "@rivulet/model";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import type { ShownObject } from "../pages/page-templates.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { closeDialog, type ShellDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import {
  type DocumentBeginning,
  DocumentBeginningFields,
  plainBeginning,
} from "./document-beginning-fields.tsx";
import { type DocumentPlace, DocumentPlaceFields } from "./document-place-fields.tsx";
import { createDocument, createModule, spotOf } from "./edit-documents.ts";
import { documentNameFault, folderNameFault, moduleNameFault } from "./name-faults.ts";

type NewDialog = Extract<ShellDialog, { readonly kind: "new" }>;

function useFaults(dialog: NewDialog, module: ModuleRecord | undefined, folder: string | undefined) {
  const index = useIndex();
  return (name: string): string | undefined => {
    if (dialog.what === "module") return moduleNameFault(index, name);
    if (!module) return explorerMessages.moduleNeeded;
    if (dialog.what === "folder") return folderNameFault(module, { name, parent: folder });
    return documentNameFault(index, { name, module });
  };
}

/** The object that a page shows, which is its parameter and called like its entity. */
function shownOf(entity: string | undefined, index: ProjectIndex): ShownObject | undefined {
  return entity === undefined ? undefined : { entity, parameter: entity.split(".")[1] ?? "Object", index };
}

function goTo(record: ProjectRecord): void {
  const spot = spotOf(record);
  if (spot) workspace.getState().goTo(spot);
}

interface NewDocumentDialogProps {
  readonly dialog: NewDialog;
  /** Where the dialog stands in another one; it closes that of the shell when left out. */
  readonly onClose?: () => void;
  /** Takes what was made; it is opened when left out. */
  readonly onMade?: (record: ProjectRecord) => void;
}

/** Makes a module, or something in one: its name, where it goes and what it begins as. */
export function NewDocumentDialog({ dialog, onClose = closeDialog, onMade = goTo }: NewDocumentDialogProps) {
  const { what } = dialog;
  const project = useProject();
  const modules = project.index.modules().filter(({ id }) => !project.isReadOnly(id));
  const [place, setPlace] = useState<DocumentPlace>({
    module: dialog.module ?? modules[0]?.id,
    folder: dialog.folder,
  });
  const [beginning, setBeginning] = useState<DocumentBeginning>(plainBeginning);
  const module = modules.find(({ id }) => id === place.module);
  const faultOf = useFaults(dialog, module, place.folder);
  const [name, setName] = useState(() =>
    freeName(explorerMessages.suggestions[what], (wanted) => faultOf(wanted) === undefined),
  );
  const fault = faultOf(name);
  const submit = () => {
    onClose();
    if (what === "module") return createModule(project.store, name);
    if (!module) return;
    const { entity, ...begun } = beginning;
    const wanted = { what, name, module, folder: place.folder, ...begun };
    const record = createDocument(project.store, { ...wanted, shown: shownOf(entity, project.index) });
    if (record) onMade(record);
  };
  return (
    <FormDialog
      title={explorerMessages.newTitle(what)}
      size={what === "page" ? 720 : 480}
      isBlocked={fault !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={explorerMessages.name}
        value={name}
        error={fault}
        data-testid="field-name"
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <DocumentPlaceFields what={what} modules={modules} place={place} onChange={setPlace} />
      <DocumentBeginningFields what={what} beginning={beginning} onChange={setBeginning} />
    </FormDialog>
  );
}
