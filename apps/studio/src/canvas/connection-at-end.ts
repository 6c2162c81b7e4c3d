import type { FinalConnectionState } from "@xyflow/react";
import type { ConnectionEnds } from "./editing/connection-rules.ts";

/** The element under the pointer. */
function elementAt(event: MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? {}) : event;
  if (clientX === undefined || clientY === undefined) return undefined;
  const node = document.elementFromPoint(clientX, clientY)?.closest("[data-testid^=node-]");
  return node?.getAttribute("data-testid")?.slice("node-".length);
}

/** What is to be joined when a connection is let go where the canvas library joins nothing: anywhere on an element. */
export function connectionAtEnd(
  event: MouseEvent | TouchEvent,
  { fromNode, fromHandle, toNode, isValid }: FinalConnectionState,
): ConnectionEnds | undefined {
  const other = toNode?.id ?? elementAt(event);
  if (isValid === true || !fromNode || other === undefined) return undefined;
  return fromHandle?.type === "target" ? { from: other, to: fromNode.id } : { from: fromNode.id, to: other };
}
