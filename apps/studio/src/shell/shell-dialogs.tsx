import { type ComponentType, useEffect } from "react";
import type { LaterView } from "../controls/later-view.tsx";
import { laterDialog } from "../dialogs/later-dialog.tsx";
import { type ShellDialog, useShellDialog } from "../workspace/shell-dialog.ts";

// Seldom needed, and with much behind them.
const conflict = laterDialog(async () => (await import("../project/conflict-dialog.tsx")).ConflictDialog);
const importing = laterDialog(async () => (await import("../transfer/import-dialog.tsx")).ImportDialog);
const showEntity = laterDialog(
  async () => (await import("../pages/show-entity/show-entity-dialog.tsx")).ShowEntityDialog,
);
const run = laterDialog(async () => (await import("../run/run-dialog.tsx")).RunDialog);

type DialogOf<Kind extends ShellDialog["kind"]> = Extract<ShellDialog, { readonly kind: Kind }>;

const loadEveryday = () => import("./everyday-dialogs.ts");
type EverydayKind = "commands" | "goTo" | "shortcuts" | "new" | "rename" | "delete";

/** The dialogs that must be there as soon as somebody asks for them. */
export const everydayDialogs: {
  readonly [Kind in EverydayKind]: LaterView<{ readonly dialog: DialogOf<Kind> }>;
} = {
  commands: laterDialog(async () => (await loadEveryday()).CommandPalette),
  goTo: laterDialog(async () => (await loadEveryday()).GoToDocument),
  shortcuts: laterDialog(async () => (await loadEveryday()).ShortcutList),
  new: laterDialog(async () => (await loadEveryday()).NewDocumentDialog),
  rename: laterDialog(async () => (await loadEveryday()).RenameDialog),
  delete: laterDialog(async () => (await loadEveryday()).DeleteDialog),
};

/** What each dialog of the shell shows. */
const dialogViews: {
  readonly [Kind in ShellDialog["kind"]]: ComponentType<{ readonly dialog: DialogOf<Kind> }>;
} = {
  commands: everydayDialogs.commands.View,
  goTo: everydayDialogs.goTo.View,
  shortcuts: everydayDialogs.shortcuts.View,
  conflict: conflict.View,
  new: everydayDialogs.new.View,
  showEntity: showEntity.View,
  rename: everydayDialogs.rename.View,
  delete: everydayDialogs.delete.View,
  run: run.View,
  import: importing.View,
};

/** The dialog that is open, if any. */
export function ShellDialogs() {
  const dialog = useShellDialog((state) => state.dialog);
  const isOpen = dialog !== undefined;
  // One leads to the next, and what is typed into that one follows at once. They come in one file.
  useEffect(() => {
    if (!isOpen) return;
    // Whoever draws it tries again, and says what is wrong.
    for (const { fetch } of Object.values(everydayDialogs)) void fetch().catch(() => {});
  }, [isOpen]);
  if (!dialog) return null;
  // The table pairs kind and view; only the compiler cannot follow that.
  const View = dialogViews[dialog.kind] as ComponentType<{ readonly dialog: ShellDialog }>;
  return <View dialog={dialog} />;
}
