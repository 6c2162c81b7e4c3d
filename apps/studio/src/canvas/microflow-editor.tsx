import { useState } from "react";
import { ElementDialog } from "../dialogs/element-dialog.tsx";
import { MicroflowCanvas } from "./microflow-canvas.tsx";

/** The editor of a microflow: its drawing, and the dialog of the element that was opened on it. */
export function MicroflowEditor({ id }: { id: string }) {
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <MicroflowCanvas key={id} microflow={id} onOpen={setOpened} />
      {opened !== undefined && (
        <ElementDialog key={opened} id={opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}
