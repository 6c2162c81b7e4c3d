import type { LucideIcon } from "lucide-react";

/** Where a command makes sense: everywhere, or only while the editor of that kind has the focus. */
export type CommandScope = "everywhere" | "canvas" | "domainModel" | "page";

/** Under which heading the palette and the list of shortcuts show a command. */
export type CommandGroup =
  | "edit"
  | "file"
  | "go"
  | "view"
  | "canvas"
  | "domainModel"
  | "page"
  | "run"
  | "help";

/**
 * Something a person can do. One declaration drives the command palette, menus, tooltips, shortcuts and the list of
 * shortcuts.
 */
export interface StudioCommand {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** The label as it is at this moment: "Undo Move 3 activities". Left out: always `label`. */
  readonly currentLabel?: () => string;
  readonly icon?: LucideIcon;
  readonly scope: CommandScope;
  /** As `Ctrl+Shift+Z`; on a Mac Ctrl is shown and taken as Command. Several ways may do the same. */
  readonly shortcuts: readonly string[];
  /**
   * When the browser's own meaning of the keys stays: `always` where the browser's answer does the work (an event of
   * the clipboard), `otherwise` while the command cannot be done. Left out: never.
   */
  readonly browserKey?: "always" | "otherwise";
  /** Other words by which the palette finds it. */
  readonly synonyms?: readonly string[];
  /** Menus show it in red. */
  readonly isDangerous?: true;
  /** Left out: always. */
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
