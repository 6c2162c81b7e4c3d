import type { Problem } from "@rivulet/model";
import { useEffect } from "react";
import { useIndex, useProject } from "../project/use-project.tsx";
import type { OverlayStore } from "./canvas-overlay.ts";
import { usagesOf } from "./usages.ts";

/** All checks of documents: the first screen is drawn without them. */
const loadChecks = () => import("../fields/microflow-problems.ts");

/** Beyond this the whole check costs more than a frame; the list of problems has them all the same. */
const checkedElements = 400;

function byRecord(problems: readonly Problem[]): Map<string, readonly Problem[]> {
  const found = new Map<string, readonly Problem[]>();
  for (const problem of problems) {
    const { record } = problem.place;
    if (record !== undefined) found.set(record, [...(found.get(record) ?? []), problem]);
  }
  return found;
}

/** Keeps what the overlay says about the document up to date: problems, and what hangs together with the selection. */
export function useOverlayFacts(
  overlay: OverlayStore,
  { microflow, selected }: { readonly microflow: string; readonly selected: readonly string[] },
): void {
  const project = useProject();
  const index = useIndex();
  const only = selected.length === 1 ? selected[0] : undefined;
  useEffect(() => overlay.setState({ onlySelected: only }), [overlay, only]);
  useEffect(() => {
    // Not in the task that selects: what was clicked is drawn first.
    const timer = setTimeout(() => overlay.setState(usagesOf(project, index, { microflow, id: only ?? "" })));
    return () => clearTimeout(timer);
  }, [overlay, project, index, microflow, only]);
  useEffect(() => {
    if (index.children(microflow).length > checkedElements * 2) return undefined;
    let isOver = false;
    const check = async () => {
      const { microflowProblems } = await loadChecks();
      if (!isOver)
        overlay.setState({ problems: byRecord(microflowProblems(index, project.catalog, microflow)) });
    };
    // What could not be fetched is fetched with the next change.
    const timer = setTimeout(() => void check().catch(() => {}), 120);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [overlay, project, index, microflow]);
}
