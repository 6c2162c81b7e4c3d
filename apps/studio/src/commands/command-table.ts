import type { CommandScope, StudioCommand } from "./command.ts";
import { belongsToText, isShortcut, type KeyPress } from "./shortcut.ts";

/** Where the keyboard is. */
export interface KeyboardPlace {
  /** A text is being edited. */
  readonly isInText: boolean;
  /** A button, link or tab has the focus, which Enter and Space press. */
  readonly isOnButton: boolean;
  /** A dialog is open above everything. */
  readonly isInDialog: boolean;
  /** The scope of the editor that has the focus. */
  readonly scope: CommandScope;
  readonly isMac: boolean;
}

/**
 * All commands of the studio. Made in one place, so a shortcut that is given twice is found when it starts.
 *
 * @example new CommandTable([...editCommands(session), ...viewCommands(session)]).find("undo")?.run()
 */
export class CommandTable {
  readonly commands: readonly StudioCommand[];
  readonly #byId: ReadonlyMap<string, StudioCommand>;

  constructor(commands: readonly StudioCommand[]) {
    this.commands = commands;
    this.#byId = new Map(commands.map((command) => [command.id, command]));
    if (this.#byId.size !== commands.length) throw new Error("Two commands of the studio have the same id.");
    const taken = new Set<string>();
    for (const { scope, shortcuts } of commands) {
      for (const shortcut of shortcuts) {
        const key = `${scope} ${shortcut}`;
        if (taken.has(key)) throw new Error(`The shortcut ${shortcut} is given twice in ${scope}.`);
        taken.add(key);
      }
    }
  }

  find(id: string): StudioCommand | undefined {
    return this.#byId.get(id);
  }

  /** The command that a key press means where the keyboard is; that of the editor wins over that of the studio. */
  forKey(press: KeyPress, place: KeyboardPlace): StudioCommand | undefined {
    if (place.isInDialog || (place.isInText && belongsToText(press))) return undefined;
    if (place.isOnButton && (press.key === "Enter" || press.key === " ")) return undefined;
    const matching = this.commands.filter(
      (command) =>
        (command.scope === "everywhere" || command.scope === place.scope) &&
        command.shortcuts.some((shortcut) => isShortcut(shortcut, press, place)),
    );
    return matching.find(({ scope }) => scope !== "everywhere") ?? matching[0];
  }
}

/** Whether a command can be done now. */
export function isEnabled(command: StudioCommand): boolean {
  return command.isEnabled?.() ?? true;
}

/** What a command is called now. */
export function labelOf(command: StudioCommand): string {
  return command.currentLabel?.() ?? command.label;
}
