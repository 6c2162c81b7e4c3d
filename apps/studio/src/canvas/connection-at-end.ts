import type { FinalConnectionState } from "@xyflow/react";
import type { LooseFlow } from "./editing/add-joined.ts";
import type { ConnectionEnds } from "./editing/connection-rules.ts";
import type { Point } from "./geometry.ts";

/** Where the end of a flow was let go. */
export type ConnectionEnd =
  | /** At a handle: the canvas library joins it. */ { readonly kind: "handle" }
  | /** Anywhere on an element. */ { readonly kind: "element"; readonly ends: ConnectionEnds }
  | /** On nothing: a point of the screen, where that is in the drawing. */ {
      readonly kind: "nothing";
      readonly flow: Pick<LooseFlow, "element" | "side">;
      readonly at: Point | undefined;
    };

function pointOf(event: MouseEvent | TouchEvent): Point | undefined {
  const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? {}) : event;
  return clientX === undefined || clientY === undefined ? undefined : { x: clientX, y: clientY };
}

/** What a flow was let go on, by what is on the screen there. The loop that it is in is its ground. */
export function connectionAtEnd(
  event: MouseEvent | TouchEvent,
  { fromNode, fromHandle, toNode, isValid }: FinalConnectionState,
): ConnectionEnd | undefined {
  if (isValid === true) return { kind: "handle" };
  if (!fromNode) return undefined;
  const at = pointOf(event);
  const under = at && document.elementFromPoint(at.x, at.y);
  const node = under?.closest("[data-testid^=node-]")?.getAttribute("data-testid")?.slice("node-".length);
  const other = toNode && toNode.id !== fromNode.parentId ? toNode.id : node;
  const leadsTo = fromHandle?.type === "target";
  if (other !== undefined && other !== fromNode.parentId)
    return {
      kind: "element",
      ends: leadsTo ? { from: other, to: fromNode.id } : { from: fromNode.id, to: other },
    };
  const isInDrawing = under?.closest(".react-flow__renderer") != null;
  return {
    kind: "nothing",
    flow: { element: fromNode.id, side: leadsTo ? "before" : "behind" },
    at: isInDrawing ? at : undefined,
  };
}
