import { expect, test } from "vitest";
import type { StudioSession } from "../project/studio-session.ts";
import { findCommands } from "./find-commands.ts";
import { studioCommands } from "./studio-commands.ts";

// What commands are called is known before a project is there: only running one looks at the session.
const session = { project: {}, autosave: {} } as unknown as StudioSession;
const commands = studioCommands(session, { setTheme: () => {}, switchTheme: () => {} }).filter(
  ({ id }) => id !== "undo" && id !== "redo",
);

test.each([
  ["export", ["exportFlow", "canvas.exportSvg", "canvas.exportPng"]],
  ["download", ["exportFlow", "canvas.exportSvg"]],
  ["json", ["exportFlow", "importFlow"]],
  ["import", ["importFlow"]],
  ["run", ["run", "runLocally"]],
  ["start", ["canvas.goToStart", "run"]],
  ["test", ["run"]],
  ["application", ["runLocally", "openNavigation"]],
  ["new", ["new:microflow", "new:entity", "new:page"]],
  ["add", ["canvas.toggleErrorHandler", "model:add", "new:microflow"]],
  ["dark", ["darkTheme", "switchTheme"]],
  ["light", ["lightTheme", "switchTheme"]],
  ["theme", ["lightTheme", "darkTheme", "systemTheme", "switchTheme"]],
  ["save", ["save"]],
  ["delete", ["canvas.remove"]],
  ["zoom", ["canvas.zoomIn", "canvas.zoomOut"]],
  ["help", ["showPane:documentation", "shortcuts"]],
  ["open", ["model:open", "openSettings"]],
  ["errors", ["nextProblem", "previousProblem", "showPane:problems"]],
  ["close", ["closeTab", "closeOtherTabs"]],
])("the palette offers for %j first %j", (query, expected) => {
  const found = findCommands(query, commands).map(({ id }) => id);
  expect(found.slice(0, expected.length)).toEqual(expected);
});
