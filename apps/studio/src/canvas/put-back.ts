import type { Node } from "@xyflow/react";
import type { Point } from "./geometry.ts";

/**
 * The nodes with those that are being dragged where the document has them.
 *
 * @param placeOf where the document has an element, from the corner of what it is in
 */
export function putBack<N extends Node>(
  nodes: readonly N[],
  placeOf: (id: string) => Point | undefined,
): N[] {
  return nodes.map((node) => {
    const position = node.dragging ? placeOf(node.id) : undefined;
    return position ? { ...node, position: { x: position.x, y: position.y }, dragging: false } : node;
  });
}
