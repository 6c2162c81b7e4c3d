// The dialogs that everybody opens sooner or later: fetched together, so that what they share is.
export { CommandPalette } from "../commands/command-palette.tsx";
export { GoToDocument } from "../commands/go-to-document.tsx";
export { ShortcutList } from "../commands/shortcut-list.tsx";
export { DeleteDialog } from "../explorer/delete-dialog.tsx";
export { NewDocumentDialog } from "../explorer/new-document-dialog.tsx";
export { RenameDialog } from "../explorer/rename-dialog.tsx";
