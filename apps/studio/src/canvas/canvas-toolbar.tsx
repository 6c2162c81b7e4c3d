import "./canvas-toolbar.css";
import { ActionIcon, Tooltip } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { memo } from "react";
import { isEnabled, labelOf } from "../commands/command-table.ts";
import { isMac, showShortcut } from "../commands/shortcut.ts";
import { useCommands } from "../commands/use-commands.tsx";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { useViewSettings } from "./view-settings.ts";

/**
 * How much of the drawing is seen, by the mouse: the commands that people look for on a canvas. A move of the pointer
 * draws the canvas again, and not this.
 */
export const CanvasToolbar = memo(function CanvasToolbar({
  commands,
}: {
  readonly commands: readonly string[];
}) {
  const table = useCommands();
  // The label of one of them follows it.
  useViewSettings();
  return (
    <Panel
      position="bottom-left"
      className="rv-canvas-toolbar"
      role="toolbar"
      aria-label={canvasMessages.toolbar}
    >
      {commands
        .flatMap((id) => table.find(id) ?? [])
        .map((command) => {
          const { id, icon: Icon, shortcuts, run } = command;
          const [shortcut] = shortcuts;
          const label = labelOf(command);
          const keys = shortcut === undefined ? "" : ` (${showShortcut(shortcut, { isMac })})`;
          return (
            <Tooltip key={id} label={`${label}${keys}`} openDelay={400}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={label}
                onClick={() => isEnabled(command) && run()}
              >
                {Icon && <Icon size={16} />}
              </ActionIcon>
            </Tooltip>
          );
        })}
    </Panel>
  );
});
