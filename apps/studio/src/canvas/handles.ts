import { type NodeHandle, Position } from "@xyflow/react";
import type { Size } from "./geometry.ts";
import type { Side } from "./routing/flow-routing.ts";
import { sideMiddle } from "./routing/flow-sides.ts";

const positions: Readonly<Record<Side, Position>> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
};
const sides = Object.keys(positions) as Side[];

/** Elements of one size share what they are given. */
const known = new Map<string, NodeHandle[]>();

/**
 * Where flows are attached to an element of a size: in the middles of its sides. The canvas library is told, and so
 * never reads it from the page.
 */
export function handlesOf({ width, height }: Size): NodeHandle[] {
  const size = `${width} x ${height}`;
  const present = known.get(size);
  if (present) return present;
  const handles = sides.flatMap((side) => {
    const { x, y } = sideMiddle({ x: 0, y: 0, width, height }, side);
    const place = { position: positions[side], x, y, width: 0, height: 0 };
    return [
      { id: side, type: "source" as const, ...place },
      { id: side, type: "target" as const, ...place },
    ];
  });
  known.set(size, handles);
  return handles;
}
