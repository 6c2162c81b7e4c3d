import type { StudioCommand } from "../commands/command.ts";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { type NewDocumentKind, openDialog } from "../workspace/shell-dialog.ts";
import { newDocumentIcons } from "./new-document-icons.ts";

/** What the project can be given, from anywhere. */
export const explorerCommands: readonly StudioCommand[] = (
  Object.keys(newDocumentIcons) as NewDocumentKind[]
).map((what) => ({
  id: `new:${what}`,
  group: "file",
  label: explorerMessages.newTitle(what),
  icon: newDocumentIcons[what],
  scope: "everywhere",
  shortcuts: [],
  synonyms: ["add", "create"],
  run: () => openDialog({ kind: "new", what }),
}));
