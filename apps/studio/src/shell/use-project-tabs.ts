import { useEffect } from "react";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { restoreView, type WorkspaceView, workspace } from "../workspace/workspace.ts";
import { targetTitle } from "./target-title.ts";

/** The microflow with the most in it that runs without parameters: of an unknown project it tells the most. */
function fullestMicroflow(project: StudioProject): string | undefined {
  const { index } = project;
  const own = index.all("microflow").filter(({ record }) => !project.isConnector(record.id));
  const sizes = own.map(({ record: { id } }) => {
    const content = index.children(id);
    const asks = content.some((record) => record.type === "element" && record.kind === "parameter");
    return { id, size: asks ? 0 : content.length };
  });
  return sizes.sort((left, right) => right.size - left.size)[0]?.id;
}

/**
 * Keeps tabs and project together: tabs of another project are closed, a project that is opened for the first time
 * shows its fullest microflow, and an undo step brings back what was in front and selected.
 */
export function useProjectTabs(): void {
  const project = useProject();
  useEffect(() => {
    const { keepTabs } = workspace.getState();
    keepTabs((target) => targetTitle(target, project.index) !== undefined);
    const { tabs, open } = workspace.getState();
    const first = fullestMicroflow(project);
    if (tabs.length === 0 && first !== undefined) open({ kind: "microflow", id: first });
  }, [project]);
  useEffect(
    () =>
      project.store.subscribe(({ view }) => {
        if (view !== undefined) restoreView(view as WorkspaceView);
      }),
    [project],
  );
}
