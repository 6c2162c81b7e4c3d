import { useState } from "react";
import { laterDialog } from "../dialogs/later-dialog.tsx";
import { MicroflowCanvas } from "./microflow-canvas.tsx";

/** The drawing goes first. */
export const elementDialog = laterDialog(
  async () => (await import("../dialogs/element-dialog.tsx")).ElementDialog,
);

/** The editor of a microflow: its drawing, and the dialog of the element that was opened on it. */
export function MicroflowEditor({ id }: { id: string }) {
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <MicroflowCanvas key={id} microflow={id} onOpen={setOpened} />
      {opened !== undefined && (
        <elementDialog.View key={opened} id={opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}
