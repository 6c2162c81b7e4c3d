import type { FinalConnectionState } from "@xyflow/react";
import { connectElements } from "./actions/connect-elements.ts";
import type { Drawing } from "./drawing.ts";

/** The element under the pointer. */
function elementAt(event: MouseEvent | TouchEvent): string | undefined {
  const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? {}) : event;
  if (clientX === undefined || clientY === undefined) return undefined;
  const node = document.elementFromPoint(clientX, clientY)?.closest("[data-testid^=node-]");
  return node?.getAttribute("data-testid")?.slice("node-".length);
}

/**
 * What a connection does that was let go where the canvas library joins nothing: anywhere on an element it is joined,
 * and where that cannot be it returns why.
 */
export function connectionAtEnd(
  drawing: Drawing,
  event: MouseEvent | TouchEvent,
  { fromNode, fromHandle, toNode, isValid }: FinalConnectionState,
): string | undefined {
  const other = toNode?.id ?? elementAt(event);
  if (isValid === true || !fromNode || other === undefined) return undefined;
  return fromHandle?.type === "target"
    ? connectElements(drawing, other, fromNode.id)
    : connectElements(drawing, fromNode.id, other);
}
