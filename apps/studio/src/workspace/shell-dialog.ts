import { create } from "zustand";

/** What the dialog for something new makes. */
export type NewDocumentKind =
  | "microflow"
  | "page"
  | "pageLayout"
  | "snippet"
  | "entity"
  | "enumeration"
  | "constant"
  | "folder"
  | "module";

/** The dialogs of the shell; one at a time. */
export type ShellDialog =
  | { readonly kind: "commands" }
  | { readonly kind: "goTo" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "conflict" }
  /** Without a module: the first one of the project. */
  | {
      readonly kind: "new";
      readonly what: NewDocumentKind;
      readonly module?: string | undefined;
      readonly folder?: string | undefined;
    }
  /** How objects of an entity are shown at a place of the page in a tab; without one, of which entity. */
  | {
      readonly kind: "showEntity";
      readonly entity: string | undefined;
      readonly tab: string;
      readonly place: { readonly parent: string; readonly before?: string | undefined };
    }
  | { readonly kind: "rename"; readonly id: string }
  | { readonly kind: "delete"; readonly id: string }
  /** Parameters of a run; the microflow by its qualified name. */
  | { readonly kind: "run"; readonly microflow: string }
  /** A file that was picked or dropped. */
  | {
      readonly kind: "import";
      readonly source: { readonly file: string; readonly text: string | undefined };
    };

/** Which dialog is open. */
export const useShellDialog = create<{ readonly dialog: ShellDialog | undefined }>()(() => ({
  dialog: undefined,
}));

/** Opens a dialog in the place of the one that is open. */
export function openDialog(dialog: ShellDialog): void {
  useShellDialog.setState({ dialog });
}

/** Closes the dialog that is open. */
export function closeDialog(): void {
  useShellDialog.setState({ dialog: undefined });
}
