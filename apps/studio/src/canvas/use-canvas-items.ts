import { useMemo, useState } from "react";
import { useIndex } from "../project/use-project.tsx";
import { tabKey, useSelection } from "../workspace/workspace.ts";
import { type ElementNode, type FlowEdge, MicroflowProjector } from "./projection.ts";
import { SelectionCache } from "./selection-cache.ts";

/** The nodes and edges of a microflow, with what is selected and what is being dragged right now. */
export function useCanvasItems(microflow: string) {
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "microflow", id: microflow }));
  const projector = useMemo(() => new MicroflowProjector(microflow), [microflow]);
  const caches = useMemo(
    () => ({ nodes: new SelectionCache<ElementNode>(), edges: new SelectionCache<FlowEdge>() }),
    [],
  );
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const marked = useMemo(() => {
    const selection = new Set(selected);
    return {
      nodes: caches.nodes.mark(projection.nodes, selection),
      edges: caches.edges.mark(projection.edges, selection),
    };
  }, [caches, projection, selected]);
  const [shown, setShown] = useState(marked.nodes);
  const [nodes, setNodes] = useState(marked.nodes);
  // What is dragged runs ahead of the document until it is let go; any change of the document takes over again.
  if (shown !== marked.nodes) {
    setShown(marked.nodes);
    setNodes(marked.nodes);
  }
  return { index, nodes, edges: marked.edges, setNodes, selected };
}
