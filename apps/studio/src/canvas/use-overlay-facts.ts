import type { Problem } from "@rivulet/model";
import { useEffect } from "react";
import { microflowProblems } from "../fields/microflow-problems.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import type { OverlayStore } from "./canvas-overlay.ts";
import { usagesOf } from "./usages.ts";

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
  useEffect(() => {
    overlay.setState(usagesOf(project, index, { microflow, id: only ?? "" }));
  }, [overlay, project, index, microflow, only]);
  useEffect(() => {
    if (index.children(microflow).length > checkedElements * 2) return undefined;
    const timer = setTimeout(() => {
      overlay.setState({ problems: byRecord(microflowProblems(index, project.catalog, microflow)) });
    }, 120);
    return () => clearTimeout(timer);
  }, [overlay, project, index, microflow]);
}
