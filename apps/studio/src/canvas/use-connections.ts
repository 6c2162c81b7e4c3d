import type { FinalConnectionState, HandleType, OnConnectStartParams } from "@xyflow/react";
import { useMemo } from "react";
import { tell } from "../clipboard/system-clipboard.ts";
import { faultBetween, reconnectFlow, reconnectionFaultOf } from "./actions/connect-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import { connectionAtEnd } from "./connection-at-end.ts";
import { DragCancel } from "./drag-cancel.ts";
import type { Drawing } from "./drawing.ts";
import type { ConnectionEnds } from "./editing/connection-rules.ts";
import type { FlowEdge } from "./projection.ts";

/** The library gives up drawing a flow only when a button is let go. */
const letGo = () => document.dispatchEvent(new MouseEvent("mouseup"));

interface Ends {
  readonly source: string;
  readonly target: string;
}

/**
 * Drawing flows, and leading an end of one elsewhere. Both end anywhere on an element, not at its handles only, say why
 * something cannot be joined, and are given up by Esc.
 */
export function useConnections(
  drawing: Drawing,
  overlay: OverlayStore,
  onJoin: (ends: ConnectionEnds) => void,
) {
  return useMemo(() => {
    const cancel = new DragCancel(letGo);
    const join = (ends: ConnectionEnds) => {
      const { led } = overlay.getState();
      if (led === undefined) onJoin(ends);
      else tell(reconnectFlow(drawing, led, ends));
    };
    return {
      onReconnectStart: (_event: unknown, { id }: FlowEdge) => overlay.setState({ led: id }),
      onReconnectEnd: () => overlay.setState({ led: undefined }),
      onConnectStart: (_event: unknown, { nodeId, handleType }: OnConnectStartParams) => {
        if (nodeId === null) return;
        cancel.begin();
        const looksFor: HandleType = handleType === "target" ? "source" : "target";
        overlay.setState({ joining: { element: nodeId, looksFor } });
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        overlay.setState({ joining: undefined });
        const ends = cancel.end() ? connectionAtEnd(event, state) : undefined;
        if (ends) join(ends);
      },
      onConnect: ({ source, target }: Ends) => {
        if (!cancel.isCancelled) onJoin({ from: source, to: target });
      },
      onReconnect: ({ id }: FlowEdge, { source, target }: Ends) => {
        if (!cancel.isCancelled) tell(reconnectFlow(drawing, id, { from: source, to: target }));
      },
      isValidConnection: ({ source, target }: Ends) => {
        const ends = { from: source, to: target };
        const { led } = overlay.getState();
        const fault =
          led === undefined ? faultBetween(drawing, ends) : reconnectionFaultOf(drawing, led, ends);
        return fault === undefined;
      },
    };
  }, [drawing, overlay, onJoin]);
}
