import type { Node } from "@xyflow/react";
import type { Point, Size } from "./geometry.ts";
import { handlesOf } from "./handles.ts";

/**
 * The nodes with some of them as the document has them: what a hand held goes back there when it is given up, and also
 * when it is let go where the document takes nothing of it.
 *
 * @param placeOf where the document has an element, from the corner of what it is in, and how large
 * @param isHeld which nodes go back; those that are being dragged when left out
 */
export function putBack<N extends Node>(
  nodes: readonly N[],
  placeOf: (id: string) => (Point & Size) | undefined,
  isHeld: (node: N) => boolean = ({ dragging }) => dragging === true,
): N[] {
  return nodes.map((node) => {
    const placed = isHeld(node) ? placeOf(node.id) : undefined;
    if (!placed) return node;
    const { x, y, width, height } = placed;
    const still = { ...node, position: { x, y }, dragging: false };
    const size = { width, height };
    // What measures itself is as large as it is.
    return node.handles ? { ...still, ...size, measured: size, handles: handlesOf(size) } : still;
  });
}
