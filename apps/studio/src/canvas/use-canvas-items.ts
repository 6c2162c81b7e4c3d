import { useMemo } from "react";
import { useIndex } from "../project/use-project.tsx";
import { tabKey, useSelection } from "../workspace/workspace.ts";
import { type OverlayStore, useOverlayOf } from "./canvas-overlay.ts";
import { type Drawing, isReadOnly } from "./drawing.ts";
import { withGraspableEnds } from "./edges/graspable-ends.ts";
import { MicroflowProjector } from "./projection.ts";
import { flowRoutes } from "./routing/flow-routes.ts";
import { RoutedEdges } from "./routing/routed-edges.ts";
import { useDrawnItems } from "./use-drawn-items.ts";
import { useNearPart } from "./use-near-part.ts";

/** What the canvas of a microflow draws; see {@link useNearPart} and {@link useDrawnItems}. */
export function useCanvasItems(drawing: Drawing, overlay: OverlayStore) {
  const { microflow } = drawing;
  const joined = useOverlayOf(overlay, ({ joining }) => joining?.element);
  const hovered = useOverlayOf(overlay, ({ hoveredFlow }) => hoveredFlow);
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "microflow", id: microflow }));
  const projector = useMemo(() => new MicroflowProjector(microflow), [microflow]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const kept = useMemo(
    () => new Set(joined === undefined ? selected : [...selected, joined]),
    [selected, joined],
  );
  const part = useNearPart(projection, kept);
  const router = useMemo(() => new RoutedEdges(microflow), [microflow]);
  const drawn = useMemo(() => {
    const routes = flowRoutes(drawing.project.catalog, index, microflow);
    return { nodes: part.nodes, edges: router.route(part.edges, routes, index) };
  }, [drawing, index, microflow, part, router]);
  const { nodes, edges, setNodes } = useDrawnItems(drawn, selected);
  const graspable = useMemo(
    () => (isReadOnly(drawing) ? edges : withGraspableEnds(edges, hovered)),
    [drawing, edges, hovered],
  );
  return { selected, nodes, edges: graspable, setNodes };
}
