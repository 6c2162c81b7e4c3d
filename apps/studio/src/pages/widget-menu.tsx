import { ContextMenu } from "../canvas/context-menu.tsx";
import { commandEntries } from "../canvas/menus/command-entries.ts";
import { useCommands } from "../commands/use-commands.tsx";
import { widgetMenu } from "./page-commands.ts";

/** Where the menu of the selected widget opens, on the screen. */
export interface WidgetMenuPlace {
  readonly x: number;
  readonly y: number;
}

/** What can be done with the selected widget. */
export function WidgetMenu({ place, onClose }: { place: WidgetMenuPlace; onClose: () => void }) {
  return <ContextMenu at={place} entries={commandEntries(useCommands(), widgetMenu)} onClose={onClose} />;
}
