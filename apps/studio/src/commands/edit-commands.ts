import { Redo2, Save, Undo2 } from "lucide-react";
import { commandMessages } from "../messages/command-messages.ts";
import type { StudioSession } from "../project/studio-session.ts";
import type { StudioCommand } from "./command.ts";

/** Undo, redo and saving at once. */
export function editCommands({ project: { store }, autosave }: StudioSession): readonly StudioCommand[] {
  return [
    {
      id: "undo",
      group: "edit",
      label: commandMessages.undo,
      currentLabel: () => commandMessages.undoStep(store.undoLabel ?? "").trim(),
      icon: Undo2,
      scope: "everywhere",
      shortcuts: ["Ctrl+Z"],
      isEnabled: () => store.undoLabel !== undefined,
      run: () => void store.undo(),
    },
    {
      id: "redo",
      group: "edit",
      label: commandMessages.redo,
      currentLabel: () => commandMessages.redoStep(store.redoLabel ?? "").trim(),
      icon: Redo2,
      scope: "everywhere",
      shortcuts: ["Ctrl+Shift+Z", "Ctrl+Y"],
      isEnabled: () => store.redoLabel !== undefined,
      run: () => void store.redo(),
    },
    {
      id: "save",
      group: "file",
      label: commandMessages.save,
      icon: Save,
      scope: "everywhere",
      shortcuts: ["Ctrl+S"],
      run: () => void autosave.flush(),
    },
  ];
}
