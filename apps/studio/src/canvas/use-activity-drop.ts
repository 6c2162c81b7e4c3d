import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useMemo } from "react";
import { activityDragType } from "../workspace/drag-activity.ts";
import { microflowDragType } from "../workspace/drag-microflow.ts";
import { addActivity, type WantedActivity } from "./actions/add-activity.ts";
import { targetAt } from "./actions/drop-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import { isReadOnly } from "./drawing.ts";
import { revealElement } from "./insertion.ts";
import type { OpenCanvas } from "./open-canvas.ts";
import { showTarget } from "./use-element-drag.ts";

/** Whether something is dragged that becomes an activity here. What exactly is told only when it is dropped. */
const isActivity = ({ types }: DataTransfer) =>
  types.includes(activityDragType) || types.includes(microflowDragType);

/** The activity that is dropped: one of the toolbox, or the call of a microflow. */
function droppedActivity(dropped: DataTransfer): WantedActivity | undefined {
  const kind = dropped.getData(activityDragType);
  if (kind !== "") return { kind };
  const called = dropped.getData(microflowDragType);
  if (called === "") return undefined;
  return { kind: "microflowCall", fields: { call: { microflow: called, arguments: {} } } };
}

/** Dragging activities from the toolbox, and activities and microflows from the explorer, onto the canvas. */
export function useActivityDrop(canvas: OpenCanvas, overlay: OverlayStore, focusCanvas: () => void) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const { drawing } = canvas;
    const targetOf = ({ clientX: x, clientY: y }: DragEvent) =>
      targetAt(drawing, screenToFlowPosition({ x, y }));
    return {
      onDragOver: (event: DragEvent) => {
        if (!isActivity(event.dataTransfer) || isReadOnly(drawing)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        showTarget(overlay, targetOf(event));
      },
      onDragLeave: () => showTarget(overlay, undefined),
      onDrop: (event: DragEvent) => {
        const activity = droppedActivity(event.dataTransfer);
        showTarget(overlay, undefined);
        if (!activity || isReadOnly(drawing)) return;
        event.preventDefault();
        const added = addActivity(drawing, activity, targetOf(event));
        if (added !== undefined) revealElement(canvas, added);
        focusCanvas();
      },
    };
  }, [canvas, overlay, focusCanvas, screenToFlowPosition]);
}
