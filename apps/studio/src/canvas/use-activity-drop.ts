import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useMemo } from "react";
import { activityDragType } from "../workspace/drag-activity.ts";
import { addActivity } from "./actions/add-activity.ts";
import { targetAt } from "./actions/drop-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import { type Drawing, isReadOnly } from "./drawing.ts";
import { showTarget } from "./use-element-drag.ts";

/** Dragging activities from the toolbox and the explorer onto the canvas. */
export function useActivityDrop(drawing: Drawing, overlay: OverlayStore, focusCanvas: () => void) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const targetOf = ({ clientX: x, clientY: y }: DragEvent) =>
      targetAt(drawing, screenToFlowPosition({ x, y }));
    return {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(activityDragType) || isReadOnly(drawing)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        showTarget(overlay, targetOf(event));
      },
      onDragLeave: () => showTarget(overlay, undefined),
      onDrop: (event: DragEvent) => {
        const kind = event.dataTransfer.getData(activityDragType);
        showTarget(overlay, undefined);
        if (kind === "" || isReadOnly(drawing)) return;
        event.preventDefault();
        addActivity(drawing, kind, targetOf(event));
        focusCanvas();
      },
    };
  }, [drawing, overlay, focusCanvas, screenToFlowPosition]);
}
