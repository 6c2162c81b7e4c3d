import { type CommandTable, isEnabled, labelOf } from "../../commands/command-table.ts";
import { isMac, showShortcut } from "../../commands/shortcut.ts";
import type { MenuEntry } from "../context-menu.tsx";

/**
 * The commands that can be done now as lines of a menu, in groups.
 *
 * @example commandEntries(table, [["canvas.copy", "canvas.cut"], ["canvas.remove"]])
 */
export function commandEntries(table: CommandTable, groups: readonly (readonly string[])[]): MenuEntry[] {
  return groups.flatMap((ids) =>
    ids
      .flatMap((id) => table.find(id) ?? [])
      .filter(isEnabled)
      .map((command, position) => {
        const { icon, run, isDangerous = false } = command;
        const [shortcut] = command.shortcuts;
        return {
          label: labelOf(command),
          isDangerous,
          beginsGroup: position === 0,
          run,
          ...(icon ? { icon } : {}),
          ...(shortcut === undefined ? {} : { shortcut: showShortcut(shortcut, { isMac }) }),
        };
      }),
  );
}
