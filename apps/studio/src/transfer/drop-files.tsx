import "./drop-files.css";
import { type DragEvent, type ReactNode, useState } from "react";
import { transferMessages } from "../messages/transfer-messages.ts";
import { startImport } from "./start-import.ts";

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}

/** A place onto which flow files can be dropped to import them. */
export function DropFiles({ children }: { children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  return (
    // The keyboard has the command that picks a file.
    <div
      className="rv-drop-files"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void startImport(file);
      }}
    >
      {children}
      {isOver && <div className="rv-drop-files-hint">{transferMessages.dropHere}</div>}
    </div>
  );
}
