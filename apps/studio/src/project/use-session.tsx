import { chosenConfiguration } from "@rivulet/model";
import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import type { SaveState } from "./autosave.ts";
import type { StudioSession } from "./studio-session.ts";
import { ProjectProvider, useRecord } from "./use-project.tsx";

const SessionContext = createContext<StudioSession | undefined>(undefined);

/** Gives the screens below the session and its project. */
export function SessionProvider({ session, children }: { session: StudioSession; children: ReactNode }) {
  return (
    <SessionContext value={session}>
      <ProjectProvider project={session.project}>{children}</ProjectProvider>
    </SessionContext>
  );
}

/** All that the studio works with. Throws outside a {@link SessionProvider}: that is a mistake of the program. */
export function useSession(): StudioSession {
  const session = use(SessionContext);
  if (!session) throw new Error("There is no open session here.");
  return session;
}

/** What the top bar shows about saving. */
export function useSaveState(): SaveState {
  const { autosave } = useSession();
  return useSyncExternalStore(autosave.subscribe, () => autosave.state);
}

/** Name of the configuration that runs use: its present one, also while a new name is not saved yet. */
export function useActiveConfiguration(): string | undefined {
  const { configuration } = useSession();
  const configurations = useRecord("project", "project")?.configurations ?? [];
  const id = useSyncExternalStore(configuration.subscribe, () => configuration.id);
  return id === undefined ? undefined : chosenConfiguration(configurations, id)?.name;
}

/** Labels of the steps that undo and redo would take; drawn again after every change. */
export function useHistoryLabels(): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const { project } = useSession();
  useSyncExternalStore(project.subscribe, () => project.version);
  return { undo: project.store.undoLabel, redo: project.store.redoLabel };
}
