import type { StudioSession } from "./studio-session.ts";

/** Waits until what was edited is on the server; `false` when it could not be saved. */
export async function isSaved({ autosave }: Pick<StudioSession, "autosave">): Promise<boolean> {
  await autosave.flush();
  if (autosave.state.kind === "saving") {
    await new Promise<void>((resolve) => {
      const end = autosave.subscribe(() => {
        if (autosave.state.kind === "saving") return;
        end();
        resolve();
      });
    });
    await autosave.flush();
  }
  return autosave.state.kind === "saved";
}
