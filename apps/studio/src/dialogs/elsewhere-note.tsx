import "./form-dialog.css";
import { Users } from "lucide-react";
import { dialogMessages } from "../messages/dialog-messages.ts";
import type { Elsewhere } from "./record-draft.ts";

/** Says in a dialog that somebody else changed or deleted what it edits. */
export function ElsewhereNote({ elsewhere }: { elsewhere: Elsewhere }) {
  if (elsewhere === "nothing") return null;
  return (
    <p className="rv-dialog-note" role="alert">
      <Users size={13} aria-hidden="true" />
      {dialogMessages.elsewhere[elsewhere]}
    </p>
  );
}
