import { Group, Select, Switch, TextInput } from "@mantine/core";
import { freeName, type ModuleRecord, type ProjectRecord } from "@rivulet/model";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import type { LayoutTemplate } from "../pages/layout-templates.ts";
import { type PageTemplate, showsObject } from "../pages/page-templates.ts";
import { TemplateChoice } from "../pages/template-choice.tsx";
import { useIndex, useProject } from "../project/use-project.tsx";
import { closeDialog, type ShellDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { createDocument, createModule, spotOf } from "./edit-documents.ts";
import { documentNameFault, folderNameFault, moduleNameFault } from "./name-faults.ts";

/** What a layout can begin as, as the layouts are called that come with the application. */
const layoutTemplates = (["sidebar", "topBar"] as const).map((value) => ({
  value,
  label: pageMessages.layouts[value],
}));

type NewDialog = Extract<ShellDialog, { readonly kind: "new" }>;

/** Folders with the way to them: `Data sources / Nightly`. */
function folderChoices({ folders }: ModuleRecord): { value: string; label: string }[] {
  const pathOf = (id: string | undefined): string[] => {
    const folder = folders.find((each) => each.id === id);
    return folder ? [...pathOf(folder.parent), folder.name] : [];
  };
  return folders
    .map(({ id }) => ({ value: id, label: pathOf(id).join(" / ") }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

function useFaults(dialog: NewDialog, module: ModuleRecord | undefined, folder: string | undefined) {
  const index = useIndex();
  return (name: string): string | undefined => {
    if (dialog.what === "module") return moduleNameFault(index, name);
    if (!module) return explorerMessages.moduleNeeded;
    if (dialog.what === "folder") return folderNameFault(module, { name, parent: folder });
    return documentNameFault(index, { name, module });
  };
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

/** Makes an entity, microflow, enumeration, constant or folder: its name and where it goes. */
export function NewDocumentDialog({ dialog, onClose = closeDialog, onMade }: NewDocumentDialogProps) {
  const project = useProject();
  const modules = project.index.modules().filter(({ id }) => !project.isReadOnly(id));
  const [moduleId, setModuleId] = useState(dialog.module ?? modules[0]?.id);
  const [folder, setFolder] = useState(dialog.folder);
  const module = modules.find(({ id }) => id === moduleId);
  const faultOf = useFaults(dialog, module, folder);
  const [name, setName] = useState(() =>
    freeName(explorerMessages.suggestions[dialog.what], (wanted) => faultOf(wanted) === undefined),
  );
  const [isPersistable, setIsPersistable] = useState(false);
  const [template, setTemplate] = useState<PageTemplate>("blank");
  const [entity, setEntity] = useState<string>();
  const [layout, setLayout] = useState<LayoutTemplate>("sidebar");
  const fault = faultOf(name);
  const submit = () => {
    onClose();
    if (dialog.what === "module") createModule(project.store, name);
    else if (module) {
      const { index } = project;
      const shown =
        entity === undefined ? undefined : { entity, parameter: entity.split(".")[1] ?? "Object", index };
      const wanted = { what: dialog.what, name, module, folder, isPersistable, template, layout, shown };
      const record = createDocument(project.store, wanted);
      if (record) (onMade ?? goTo)(record);
    }
  };
  return (
    <FormDialog
      title={explorerMessages.newTitle(dialog.what)}
      size={dialog.what === "page" ? 720 : 480}
      isBlocked={fault !== undefined}
      submitLabel={explorerMessages.create}
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
      <Group grow align="flex-start">
        {dialog.what !== "module" && modules.length > 1 && (
          <Select
            label={explorerMessages.module}
            data={modules.map(({ id, name: label }) => ({ value: id, label }))}
            value={moduleId ?? null}
            onChange={(id) => {
              setModuleId(id ?? undefined);
              setFolder(undefined);
            }}
          />
        )}
        {module && dialog.what !== "entity" && dialog.what !== "module" && module.folders.length > 0 && (
          <Select
            label={explorerMessages.folder}
            placeholder={explorerMessages.noFolder}
            clearable
            data={folderChoices(module)}
            value={folder ?? null}
            data-testid="field-folder"
            onChange={(id) => setFolder(id ?? undefined)}
          />
        )}
      </Group>
      {dialog.what === "pageLayout" && (
        <Select
          label={pageMessages.layoutTemplate}
          data={layoutTemplates}
          value={layout}
          allowDeselect={false}
          data-testid="field-layout"
          onChange={(chosen) => chosen !== null && setLayout(chosen)}
        />
      )}
      {dialog.what === "page" && <TemplateChoice value={template} onChange={setTemplate} />}
      {dialog.what === "page" && showsObject(template) && (
        <Select
          label={pageMessages.shownEntity}
          description={pageMessages.shownEntityHint}
          placeholder={pageMessages.selectEntity}
          data={project.index.all("entity").map(({ name: entityName }) => entityName)}
          value={entity ?? null}
          searchable
          clearable
          data-testid="field-entity"
          onChange={(chosen) => setEntity(chosen ?? undefined)}
        />
      )}
      {dialog.what === "entity" && (
        <Switch
          label={explorerMessages.persistable}
          description={explorerMessages.persistableHint}
          checked={isPersistable}
          data-testid="field-isPersistable"
          onChange={(event) => setIsPersistable(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
