import type { Edge, Node } from "@xyflow/react";
import { useMemo, useState } from "react";
import { SelectionCache } from "./selection-cache.ts";

/** What a canvas draws of the document. */
interface Projection<N extends Node, E extends Edge> {
  readonly nodes: readonly N[];
  readonly edges: readonly E[];
}

/** The present nodes, with those that are being dragged where they are under the pointer. */
function withDragged<N extends Node>(present: N[], before: readonly N[]): N[] {
  const dragged = new Map(before.flatMap((node) => (node.dragging ? [[node.id, node.position]] : [])));
  if (dragged.size === 0) return present;
  return present.map((node) => {
    const position = dragged.get(node.id);
    return position ? { ...node, position, dragging: true } : node;
  });
}

/** The nodes and edges of a drawing, with what is selected and what is being dragged right now. */
export function useDrawnItems<N extends Node, E extends Edge>(
  projection: Projection<N, E>,
  selected: readonly string[],
) {
  const caches = useMemo(() => ({ nodes: new SelectionCache<N>(), edges: new SelectionCache<E>() }), []);
  const marked = useMemo(() => {
    const selection = new Set(selected);
    return {
      nodes: caches.nodes.mark(projection.nodes, selection),
      edges: caches.edges.mark(projection.edges, selection),
    };
  }, [caches, projection, selected]);
  const [shown, setShown] = useState(marked.nodes);
  const [nodes, setNodes] = useState(marked.nodes);
  // What is dragged runs ahead of the document until it is let go; then a change of the document takes over again.
  if (shown !== marked.nodes) {
    setShown(marked.nodes);
    setNodes((before) => withDragged(marked.nodes, before));
  }
  return { nodes, edges: marked.edges, setNodes };
}
