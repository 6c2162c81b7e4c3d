import type { ComponentType } from "react";
import { type LaterView, laterView } from "../controls/later-view.tsx";
import { KeysWait } from "../early-keys/keys-wait.tsx";

/** Makes a dialog whose code is fetched when it is first opened, or before: what is typed meanwhile is typed into it. */
export function laterDialog<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterView<Props> {
  return laterView(load, <KeysWait />);
}
