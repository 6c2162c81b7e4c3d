import type { FinalConnectionState, HandleType, OnConnectStartParams } from "@xyflow/react";
import { useMemo } from "react";
import { tell } from "../clipboard/system-clipboard.ts";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { faultBetween, reconnectFlow, reconnectionFaultOf } from "./actions/connect-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import { type ConnectionEnd, connectionAtEnd } from "./connection-at-end.ts";
import { DragCancel } from "./drag-cancel.ts";
import type { Drawing } from "./drawing.ts";
import type { LooseFlow } from "./editing/add-joined.ts";
import type { ConnectionEnds } from "./editing/connection-rules.ts";
import type { Point } from "./geometry.ts";
import type { FlowEdge } from "./projection.ts";

/** The library gives up drawing a flow only when a button is let go. */
const letGo = () => document.dispatchEvent(new MouseEvent("mouseup"));

/** What follows when a flow was drawn. */
export interface Joining {
  /** Two elements are to be joined. */
  readonly onJoin: (ends: ConnectionEnds) => void;
  /** An element is to be joined to something new at a point of the screen. */
  readonly onJoinNew: (flow: Pick<LooseFlow, "element" | "side">, at: Point) => void;
}

interface Ends {
  readonly source: string;
  readonly target: string;
}

/**
 * Drawing flows, and leading an end of one elsewhere. Both end anywhere on an element, not at its handles only, say why
 * something cannot be joined, and are given up by Esc.
 */
export function useConnections(drawing: Drawing, overlay: OverlayStore, { onJoin, onJoinNew }: Joining) {
  return useMemo(() => {
    const cancel = new DragCancel(letGo);
    const join = (ends: ConnectionEnds) => {
      const { led } = overlay.getState();
      if (led === undefined) onJoin(ends);
      else tell(reconnectFlow(drawing, led, ends));
    };
    /** An end of a flow that is there already stays where it was, a new flow asks for what it is to lead to. */
    const letGoOnNothing = ({ flow, at }: Extract<ConnectionEnd, { kind: "nothing" }>) => {
      if (overlay.getState().led !== undefined) tell(canvasMessages.faults.endOnNothing);
      else if (at) onJoinNew(flow, at);
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
        const end = cancel.end() ? connectionAtEnd(event, state) : undefined;
        if (end?.kind === "element") join(end.ends);
        if (end?.kind === "nothing") letGoOnNothing(end);
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
  }, [drawing, overlay, onJoin, onJoinNew]);
}
