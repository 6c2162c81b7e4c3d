import { commandMessages } from "../messages/command-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { SearchDialog, type SearchResult } from "../search/search-dialog.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";
import type { StudioCommand } from "./command.ts";
import { isEnabled, labelOf } from "./command-table.ts";
import { findCommands } from "./find-commands.ts";
import { documentResult, findDocuments } from "./go-to-document.tsx";
import { ShortcutKeys } from "./shortcut-keys.tsx";
import { useCommands } from "./use-commands.tsx";

function commandResult(command: StudioCommand): SearchResult {
  const Icon = command.icon;
  const [shortcut] = command.shortcuts;
  return {
    key: command.id,
    label: labelOf(command),
    group: shellMessages.commandGroups[command.group],
    icon: Icon && <Icon size={15} />,
    ...(shortcut === undefined ? {} : { aside: <ShortcutKeys shortcut={shortcut} /> }),
    choose: command.run,
  };
}

/** How many documents the palette shows under the commands; the dialog for documents shows all. */
const maximumDocuments = 6;

/** All commands that can be done now; with a query also documents of that name. */
export function CommandPalette() {
  const { commands } = useCommands();
  const project = useProject();
  const possible = commands.filter((command) => command.id !== "palette" && isEnabled(command));
  const search = (query: string) => {
    const found = findCommands(query, possible).map(commandResult);
    if (query.trim() === "") return found;
    const group = commandMessages.commandsGroup;
    const documents = findDocuments(query, project.index).slice(0, maximumDocuments);
    return [...found.map((result) => ({ ...result, group })), ...documents.map(documentResult)];
  };
  return (
    <SearchDialog
      label={commandMessages.paletteSearch}
      emptyText={commandMessages.paletteEmpty}
      search={search}
      onClose={closeDialog}
    />
  );
}
