import type { StudioSession } from "./studio-session.ts";

/** Waits until what was edited is on the server; `false` when it could not be saved. */
export async function isSaved({ autosave }: Pick<StudioSession, "autosave">): Promise<boolean> {
  do await autosave.flush();
  while (autosave.state.kind === "unsaved");
  return autosave.state.kind === "saved";
}
