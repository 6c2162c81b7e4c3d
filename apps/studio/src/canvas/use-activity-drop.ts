import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useMemo } from "react";
import { activityDragType } from "../workspace/drag-activity.ts";
import { addActivity } from "./actions/add-activity.ts";
import { targetAt } from "./actions/drop-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import { isReadOnly } from "./drawing.ts";
import { revealElement } from "./insertion.ts";
import type { OpenCanvas } from "./open-canvas.ts";
import { showTarget } from "./use-element-drag.ts";

/** Dragging activities from the toolbox and the explorer onto the canvas. */
export function useActivityDrop(canvas: OpenCanvas, overlay: OverlayStore, focusCanvas: () => void) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const { drawing } = canvas;
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
        const added = addActivity(drawing, kind, targetOf(event));
        if (added !== undefined) revealElement(canvas, added);
        focusCanvas();
      },
    };
  }, [canvas, overlay, focusCanvas, screenToFlowPosition]);
}
