import { useMantineColorScheme } from "@mantine/core";
import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import { areKeysKept } from "../early-keys/keep-keys.ts";
import { useSession } from "../project/use-session.tsx";
import type { CommandScope } from "./command.ts";
import { CommandTable, isEnabled, type KeyboardPlace } from "./command-table.ts";
import { isMac } from "./shortcut.ts";
import { studioCommands } from "./studio-commands.ts";

const CommandsContext = createContext<CommandTable | undefined>(undefined);

const textSelector = "input, textarea, select, [contenteditable=''], [contenteditable=true]";
const scopeAttribute = "data-command-scope";

/** Where the keyboard is, read from the page. With the focus nowhere, the editor in front is meant. */
function keyboardPlace(target: EventTarget | null): KeyboardPlace {
  const element = target instanceof Element && target !== document.body ? target : undefined;
  const editor = (element ?? document.body).closest(`[${scopeAttribute}]`);
  const front = element ? null : document.querySelector(`[${scopeAttribute}]`);
  const scope = (editor ?? front)?.getAttribute(scopeAttribute) as CommandScope | null | undefined;
  return {
    isInText: element?.closest(textSelector) != null,
    // Also one whose code is on its way: what is typed meanwhile is not for the page below.
    isInDialog: areKeysKept() || document.querySelector("[aria-modal=true], [role=menu]") !== null,
    isOnButton: element?.closest("button, a[href], [role=tab]") != null,
    scope: scope ?? "everywhere",
    isMac,
  };
}

/** Gives the screens below the commands, and the keyboard their shortcuts. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const session = useSession();
  const { setColorScheme, toggleColorScheme } = useMantineColorScheme();
  const table = useMemo(
    () =>
      new CommandTable(studioCommands(session, { setTheme: setColorScheme, switchTheme: toggleColorScheme })),
    [session, setColorScheme, toggleColorScheme],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = table.forKey(event, keyboardPlace(event.target));
      if (!command || command.browserKey === "always") return;
      const canBeDone = isEnabled(command);
      // As a rule also when it cannot be done now: the browser's own meaning would surprise.
      if (canBeDone || command.browserKey !== "otherwise") event.preventDefault();
      if (canBeDone) command.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [table]);
  return <CommandsContext value={table}>{children}</CommandsContext>;
}

/** The commands of the studio. Throws outside a {@link CommandsProvider}: that is a mistake of the program. */
export function useCommands(): CommandTable {
  const table = use(CommandsContext);
  if (!table) throw new Error("There are no commands here.");
  return table;
}
