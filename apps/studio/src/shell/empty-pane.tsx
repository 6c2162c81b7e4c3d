import "./empty-pane.css";
import type { ReactNode } from "react";

/** What an empty place says: what belongs there and, where there is one, the button that puts it there. */
export function EmptyPane({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="rv-empty-pane">
      <p>{text}</p>
      {children}
    </div>
  );
}
