import { Group, Select } from "@mantine/core";
import type { ModuleRecord } from "@rivulet/model";
import { explorerMessages } from "../messages/explorer-messages.ts";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";

/** Where something new goes: ids of a module, and of a folder in it. */
export interface DocumentPlace {
  readonly module: string | undefined;
  readonly folder: string | undefined;
}

interface DocumentPlaceFieldsProps {
  readonly what: NewDocumentKind;
  /** Those that can be changed. */
  readonly modules: readonly ModuleRecord[];
  readonly place: DocumentPlace;
  readonly onChange: (place: DocumentPlace) => void;
}

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

/** Asks for the module and its folder, where there is a choice. Entities are in no folder. */
export function DocumentPlaceFields({ what, modules, place, onChange }: DocumentPlaceFieldsProps) {
  if (what === "module") return null;
  const module = modules.find(({ id }) => id === place.module);
  return (
    <Group grow align="flex-start">
      {modules.length > 1 && (
        <Select
          label={explorerMessages.module}
          data={modules.map(({ id, name }) => ({ value: id, label: name }))}
          value={place.module ?? null}
          onChange={(id) => onChange({ module: id ?? undefined, folder: undefined })}
        />
      )}
      {module && what !== "entity" && module.folders.length > 0 && (
        <Select
          label={explorerMessages.folder}
          placeholder={explorerMessages.noFolder}
          clearable
          data={folderChoices(module)}
          value={place.folder ?? null}
          data-testid="field-folder"
          onChange={(id) => onChange({ ...place, folder: id ?? undefined })}
        />
      )}
    </Group>
  );
}
