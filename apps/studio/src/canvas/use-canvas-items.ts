import { useMemo } from "react";
import { useIndex } from "../project/use-project.tsx";
import { tabKey, useSelection } from "../workspace/workspace.ts";
import { MicroflowProjector } from "./projection.ts";
import { useDrawnItems } from "./use-drawn-items.ts";
import { useNearPart } from "./use-near-part.ts";

/**
 * What the canvas of a microflow draws; see {@link useNearPart} and {@link useDrawnItems}.
 *
 * @param joined the element from which a flow is being drawn
 */
export function useCanvasItems(microflow: string, joined: string | undefined) {
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "microflow", id: microflow }));
  const projector = useMemo(() => new MicroflowProjector(microflow), [microflow]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const kept = useMemo(
    () => new Set(joined === undefined ? selected : [...selected, joined]),
    [selected, joined],
  );
  const part = useNearPart(projection, kept);
  return { index, selected, ...useDrawnItems(part, selected) };
}
