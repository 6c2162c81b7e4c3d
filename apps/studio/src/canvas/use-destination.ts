import { useEffect } from "react";
import { useWorkspace, workspace } from "../workspace/workspace.ts";
import { revealElement } from "./insertion.ts";
import type { OpenCanvas } from "./open-canvas.ts";

/** Shows the element that somebody asked to go to: from a problem, a usage, a search. */
export function useDestination(canvas: OpenCanvas): void {
  const destination = useWorkspace((state) => state.destination);
  useEffect(() => {
    const { microflow } = canvas.drawing;
    if (destination?.target.kind !== "microflow" || destination.target.id !== microflow) return;
    const [element] = destination.records;
    if (element !== undefined) revealElement(canvas, element);
    workspace.getState().arrive();
  }, [destination, canvas]);
}
