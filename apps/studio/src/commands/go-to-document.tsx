import type { ProjectIndex } from "@rivulet/model";
import { Box } from "lucide-react";
import { commandMessages } from "../messages/command-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { SearchDialog, type SearchResult } from "../search/search-dialog.tsx";
import { searchItems } from "../search/text-match.ts";
import { editorIcons } from "../shell/icons.ts";
import { closeDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { type ProjectPlace, projectPlaces } from "./project-places.ts";

/** The places that answer a query, the best first. A qualified name is understood too. */
export function findDocuments(query: string, index: ProjectIndex): readonly ProjectPlace[] {
  return searchItems(query, projectPlaces(index), ({ name, module, kind }) => ({
    label: name,
    synonyms: [`${module}.${name}`, `${module} ${shellMessages.placeNouns[kind]}`],
  }));
}

/** A place as a row of a search dialog. */
export function documentResult({ id, name, module, kind, spot }: ProjectPlace): SearchResult {
  const Icon = kind === "entity" ? Box : editorIcons[kind];
  return {
    key: id,
    label: name,
    group: commandMessages.documentsGroup,
    icon: <Icon size={15} />,
    detail: `${shellMessages.placeNouns[kind]} · ${module}`,
    choose: () => workspace.getState().goTo(spot),
  };
}

/** Goes to a document or an entity by a part of its name. */
export function GoToDocument() {
  const { index } = useProject();
  return (
    <SearchDialog
      label={commandMessages.goToSearch}
      emptyText={commandMessages.paletteEmpty}
      search={(query) => findDocuments(query, index).map(documentResult)}
      onClose={closeDialog}
    />
  );
}
