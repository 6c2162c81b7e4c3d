import { useEffect } from "react";
import { useProject } from "../project/use-project.tsx";
import { restoreView, type WorkspaceView, workspace } from "../workspace/workspace.ts";
import { targetTitle } from "./target-title.ts";

/**
 * Keeps tabs and project together: tabs of another project are closed, a project that is opened for the first time
 * shows its first microflow, and an undo step brings back what was in front and selected.
 */
export function useProjectTabs(): void {
  const project = useProject();
  useEffect(() => {
    const { keepTabs } = workspace.getState();
    keepTabs((target) => targetTitle(target, project.index) !== undefined);
    const { tabs, open } = workspace.getState();
    const first = project.index.all("microflow").find(({ record }) => !project.isReadOnly(record.id));
    if (tabs.length === 0 && first) open({ kind: "microflow", id: first.record.id });
  }, [project]);
  useEffect(
    () =>
      project.store.subscribe(({ view }) => {
        if (view !== undefined) restoreView(view as WorkspaceView);
      }),
    [project],
  );
}
