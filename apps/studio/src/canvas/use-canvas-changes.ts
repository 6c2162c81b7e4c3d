import { applyNodeChanges, type EdgeChange, type NodeChange } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import { resizeElement } from "./actions/change-elements.ts";
import { type Drawing, select, selectionOf } from "./drawing.ts";
import type { ElementNode, FlowEdge } from "./projection.ts";
import { withSelectChanges } from "./select-changes.ts";

/** Takes over what the canvas library reports: what was selected, how far something was dragged or resized. */
export function useCanvasChanges(drawing: Drawing, setNodes: Dispatch<SetStateAction<ElementNode[]>>) {
  return useMemo(() => {
    const takeSelection = (changes: readonly (NodeChange<ElementNode> | EdgeChange<FlowEdge>)[]) => {
      const present = selectionOf(drawing);
      const next = withSelectChanges(present, changes);
      if (next !== present) select(drawing, next);
    };
    return {
      onNodesChange: (changes: NodeChange<ElementNode>[]) => {
        takeSelection(changes);
        const moving = changes.filter(({ type }) => type === "position" || type === "dimensions");
        if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
        const resized = changes.find((change) => change.type === "dimensions" && change.resizing === false);
        if (resized?.type === "dimensions" && resized.dimensions)
          resizeElement(drawing, resized.id, resized.dimensions);
      },
      onEdgesChange: (changes: EdgeChange<FlowEdge>[]) => takeSelection(changes),
    };
  }, [drawing, setNodes]);
}
