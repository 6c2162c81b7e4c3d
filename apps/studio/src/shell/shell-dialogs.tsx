import { type ComponentType, lazy, Suspense } from "react";
import { CommandPalette } from "../commands/command-palette.tsx";
import { GoToDocument } from "../commands/go-to-document.tsx";
import { ShortcutList } from "../commands/shortcut-list.tsx";
import { DeleteDialog } from "../explorer/delete-dialog.tsx";
import { NewDocumentDialog } from "../explorer/new-document-dialog.tsx";
import { RenameDialog } from "../explorer/rename-dialog.tsx";
import { type ShellDialog, useShellDialog } from "../workspace/shell-dialog.ts";

// Seldom needed, and with much behind them.
const ConflictDialog = lazy(async () => ({
  default: (await import("../project/conflict-dialog.tsx")).ConflictDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import("../transfer/import-dialog.tsx")).ImportDialog,
}));
const ShowEntityDialog = lazy(async () => ({
  default: (await import("../pages/show-entity/show-entity-dialog.tsx")).ShowEntityDialog,
}));
const RunDialog = lazy(async () => ({ default: (await import("../run/run-dialog.tsx")).RunDialog }));

type DialogOf<Kind extends ShellDialog["kind"]> = Extract<ShellDialog, { readonly kind: Kind }>;

/** What each dialog of the shell shows. */
const dialogViews: {
  readonly [Kind in ShellDialog["kind"]]: ComponentType<{ readonly dialog: DialogOf<Kind> }>;
} = {
  commands: CommandPalette,
  goTo: GoToDocument,
  shortcuts: ShortcutList,
  conflict: ConflictDialog,
  new: NewDocumentDialog,
  showEntity: ShowEntityDialog,
  rename: RenameDialog,
  delete: DeleteDialog,
  run: RunDialog,
  import: ImportDialog,
};

/** The dialog that is open, if any. */
export function ShellDialogs() {
  const dialog = useShellDialog((state) => state.dialog);
  if (!dialog) return null;
  // The table pairs kind and view; only the compiler cannot follow that.
  const View = dialogViews[dialog.kind] as ComponentType<{ readonly dialog: ShellDialog }>;
  return (
    <Suspense>
      <View dialog={dialog} />
    </Suspense>
  );
}
