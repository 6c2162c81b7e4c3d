import type { ProjectIndex, RecordOf, RecordType } from "@rivulet/model";
import { createContext, type ReactNode, use, useCallback, useMemo, useSyncExternalStore } from "react";
import type { StudioProject } from "./studio-project.ts";

const ProjectContext = createContext<StudioProject | undefined>(undefined);

/** Gives the screens below the open project. */
export function ProjectProvider({ project, children }: { project: StudioProject; children: ReactNode }) {
  return <ProjectContext value={project}>{children}</ProjectContext>;
}

/** The open project. Throws outside a {@link ProjectProvider}: that is a mistake of the program. */
export function useProject(): StudioProject {
  const project = use(ProjectContext);
  if (!project) throw new Error("There is no open project here.");
  return project;
}

/** A record that draws its screen again when, and only when, it changes; `undefined` when it is gone. */
export function useRecord<Type extends RecordType>(type: Type, id: string): RecordOf<Type> | undefined {
  const project = useProject();
  const read = useCallback(() => project.record(id), [project, id]);
  const record = useSyncExternalStore(project.subscribe, read);
  return record?.type === type ? (record as RecordOf<Type>) : undefined;
}

/** The index of the whole project; draws its screen again after every change, so only for screens that need it. */
export function useIndex(): ProjectIndex {
  const project = useProject();
  useSyncExternalStore(project.subscribe, () => project.version);
  return project.index;
}

/**
 * The index for screens that list documents and entities: an edit inside of a document does not draw them again, and
 * what is inside of one may be older here.
 */
export function useOutlineIndex(): ProjectIndex {
  const project = useProject();
  const version = useSyncExternalStore(project.subscribe, () => project.outlineVersion);
  // The version stands for what the index has to say.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => project.index, [project, version]);
}
