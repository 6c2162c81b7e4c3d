import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { joinElements, joinNewWhereLetGo } from "./join-elements.ts";
import type { OpenCanvas } from "./open-canvas.ts";
import type { Joining } from "./use-connections.ts";

/** What follows on a canvas when a flow was drawn, the same object as long as the canvas is. */
export function useJoining(canvas: OpenCanvas): Joining {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      onJoin: (ends) => joinElements(canvas, ends),
      onJoinNew: (flow, at) =>
        joinNewWhereLetGo(canvas, flow, screenToFlowPosition(at, { snapToGrid: false })),
    }),
    [canvas, screenToFlowPosition],
  );
}
