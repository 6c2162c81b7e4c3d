import { canvasCommands } from "../canvas/commands/canvas-commands.ts";
import { modelCommands } from "../domain-model/model-commands.ts";
import { explorerCommands } from "../explorer/explorer-commands.ts";
import { pageCommands } from "../pages/page-commands.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { tutorialCommands } from "../tutorial/tutorial-commands.ts";
import type { StudioCommand } from "./command.ts";
import { editCommands } from "./edit-commands.ts";
import { goCommands } from "./go-commands.ts";
import { problemCommands } from "./problem-commands.ts";
import { runCommands } from "./run-commands.ts";
import { transferCommands } from "./transfer-commands.ts";
import { viewCommands } from "./view-commands.ts";

/** How the studio looks, as far as commands change it. */
export interface Appearance {
  readonly setTheme: (scheme: "light" | "dark" | "auto") => void;
  readonly switchTheme: () => void;
}

/** All commands: each area hands in its own. Where words mean several, the palette offers them in this order. */
export function studioCommands(session: StudioSession, appearance: Appearance): readonly StudioCommand[] {
  return [
    ...editCommands(session),
    ...explorerCommands,
    ...transferCommands(session),
    ...runCommands(session),
    ...canvasCommands,
    ...modelCommands,
    ...pageCommands,
    ...goCommands,
    ...problemCommands(session),
    ...viewCommands(appearance),
    ...tutorialCommands,
  ];
}
