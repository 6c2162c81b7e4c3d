import type { Move } from "./editing/edit-flow.ts";
import type { Point } from "./geometry.ts";
import type { PlacedElement } from "./placed-elements.ts";
import type { Box } from "./routing/flow-sides.ts";

/** An element under the pointer: its place counts from the corner of the loop it came from. */
export interface Dragged {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly position: Point;
}

const corner: Point = { x: 0, y: 0 };

function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Elements that stand at the top of a microflow only. */
const topLevelKinds: ReadonlySet<string> = new Set(["start", "end", "parameter"]);

/**
 * Where dragged elements end: in the loop under their middle, else in the microflow. What is in a dragged loop goes
 * with it and is left out.
 */
export function draggedMoves(
  dragged: readonly Dragged[],
  placed: readonly PlacedElement[],
  microflow: string,
): Move[] {
  const ids = new Set(dragged.map(({ id }) => id));
  const elements = new Map(placed.map((element) => [element.id, element]));
  const originOf = (parent: string | undefined): Point => elements.get(parent ?? "")?.box ?? corner;
  return dragged.flatMap(({ id, parentId, position }) => {
    const element = elements.get(id);
    if (!element || (parentId !== undefined && ids.has(parentId))) return [];
    const from = originOf(parentId);
    const at = { x: from.x + position.x, y: from.y + position.y };
    const middle = { x: at.x + element.box.width / 2, y: at.y + element.box.height / 2 };
    const loop = placed.findLast(
      (other) => other.kind === "loop" && !ids.has(other.id) && contains(other.box, middle),
    );
    const parent = topLevelKinds.has(element.kind) ? microflow : (loop?.id ?? microflow);
    const origin = originOf(parent);
    return [{ id, parent, position: { x: at.x - origin.x, y: at.y - origin.y } }];
  });
}
