import { useMemo } from "react";
import { useIndex } from "../project/use-project.tsx";
import { tabKey, useSelection } from "../workspace/workspace.ts";
import { MicroflowProjector } from "./projection.ts";
import { useDrawnItems } from "./use-drawn-items.ts";

/** What the canvas of a microflow draws; see {@link useDrawnItems}. */
export function useCanvasItems(microflow: string) {
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "microflow", id: microflow }));
  const projector = useMemo(() => new MicroflowProjector(microflow), [microflow]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  return { index, selected, ...useDrawnItems(projection, selected) };
}
