import type { StudioCommand } from "../../commands/command.ts";
import { arrangeCommands } from "./arrange-commands.ts";
import { studioCommand } from "./canvas-command.ts";
import { clipboardCommands } from "./clipboard-commands.ts";
import { editCommands } from "./edit-commands.ts";
import { exportCommands } from "./export-commands.ts";
import { arrowCommands, selectCommands } from "./go-commands.ts";
import { viewCommands } from "./view-commands.ts";

/** Everything that can be done on the canvas of microflows (reference peers.md, "Shortcuts to ship"). */
export const canvasCommands: readonly StudioCommand[] = [
  ...editCommands,
  ...clipboardCommands,
  ...selectCommands,
  ...arrowCommands,
  ...arrangeCommands,
  ...viewCommands,
  ...exportCommands,
].map(studioCommand);
