import { applyNodeChanges, type EdgeChange, type NodeChange, useReactFlow } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import { resizeElement } from "./actions/change-elements.ts";
import type { DragCancel } from "./drag-cancel.ts";
import { type Drawing, select, selectionOf } from "./drawing.ts";
import { handlesOf } from "./handles.ts";
import type { ElementNode, FlowEdge } from "./projection.ts";
import { withSelectChanges } from "./select-changes.ts";
import type { Settle } from "./use-settling.ts";

/** What is being resized, with the places at which flows are attached to it now. */
function withHandles(nodes: ElementNode[], changes: readonly NodeChange<ElementNode>[]): ElementNode[] {
  const resized = new Set(changes.flatMap((change) => (change.type === "dimensions" ? [change.id] : [])));
  if (resized.size === 0) return nodes;
  return nodes.map((node) => {
    const { width, height } = node;
    if (!resized.has(node.id) || width === undefined || height === undefined) return node;
    return { ...node, handles: handlesOf({ width, height }) };
  });
}

/** Takes over what the canvas library reports: what was selected, how far something was dragged or resized. */
export function useCanvasChanges(
  {
    drawing,
    setNodes,
  }: { readonly drawing: Drawing; readonly setNodes: Dispatch<SetStateAction<ElementNode[]>> },
  cancel: DragCancel,
  settle: Settle,
) {
  const { getNode } = useReactFlow();
  return useMemo(() => {
    const takeSelection = (changes: readonly (NodeChange<ElementNode> | EdgeChange<FlowEdge>)[]) => {
      const present = selectionOf(drawing);
      const next = withSelectChanges(present, changes);
      if (next !== present) select(drawing, next);
    };
    return {
      onNodesChange: (changes: NodeChange<ElementNode>[]) => {
        takeSelection(changes);
        if (cancel.isCancelled) return;
        const moving = changes.filter(({ type }) => type === "position" || type === "dimensions");
        if (moving.length > 0) setNodes((current) => withHandles(applyNodeChanges(moving, current), moving));
        const resized = changes.find((change) => change.type === "dimensions" && change.resizing === false);
        const node = resized?.type === "dimensions" ? getNode(resized.id) : undefined;
        if (resized?.type !== "dimensions" || !resized.dimensions || !node) return;
        resizeElement(drawing, node.id, { ...node.position, ...resized.dimensions });
        const inside = drawing.project.index.children(node.id);
        settle([node, ...inside].map(({ id }) => id));
      },
      onEdgesChange: (changes: EdgeChange<FlowEdge>[]) => takeSelection(changes),
    };
  }, [drawing, setNodes, cancel, settle, getNode]);
}
