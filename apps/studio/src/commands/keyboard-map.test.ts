import { expect, test } from "vitest";
import type { StudioSession } from "../project/studio-session.ts";
import { CommandTable } from "./command-table.ts";
import { keyboardMap } from "./keyboard-map.ts";
import { studioCommands } from "./studio-commands.ts";

test("docs/reference/keyboard.md is made from the table of commands", async () => {
  // Labels and shortcuts are there before a project is: only running a command looks at the session.
  const session = { project: {}, autosave: {} } as unknown as StudioSession;
  const commands = studioCommands(session, { setTheme: () => {}, switchTheme: () => {} });
  const map = keyboardMap(new CommandTable(commands).commands);
  await expect(map).toMatchFileSnapshot("../../../../docs/reference/keyboard.md");
});
