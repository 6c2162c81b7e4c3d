import type { LucideIcon } from "lucide-react";

/** Where a command makes sense. `text` means while a text is being edited: there, canvas keys are left to the text. */
export type CommandScope = "everywhere" | "canvas" | "domainModel";

/**
 * Something a person can do. One declaration drives the command palette, menus, tooltips, shortcuts and the list of
 * shortcuts.
 */
export interface StudioCommand {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly scope: CommandScope;
  /** As `Ctrl+Shift+Z`; on a Mac Ctrl is shown and taken as Command. Several ways may do the same. */
  readonly shortcuts: readonly string[];
  /** Other words by which the palette finds it. */
  readonly synonyms?: readonly string[];
  /** Left out: always. */
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
