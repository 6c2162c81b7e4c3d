import type { Move } from "./editing/edit-flow.ts";
import type { Point } from "./geometry.ts";
import type { PlacedElement } from "./placed-elements.ts";
import { contains } from "./routing/obstacles.ts";

/** An element under the pointer: its place counts from the corner of the loop it came from. */
export interface Dragged {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly position: Point;
}

const corner: Point = { x: 0, y: 0 };

/** Elements that stand at the top of a microflow only. */
const topLevelKinds: ReadonlySet<string> = new Set(["start", "end", "parameter"]);

/**
 * Where dragged elements end: in the loop under their middle, else in the microflow; what stood beside the one that
 * the hand holds goes into a loop with it. What is in a dragged loop goes with it and is left out.
 */
export function draggedMoves(
  dragged: readonly Dragged[],
  placed: readonly PlacedElement[],
  { microflow, grabbed }: { readonly microflow: string; readonly grabbed: string | undefined },
): Move[] {
  const ids = new Set(dragged.map(({ id }) => id));
  const elements = new Map(placed.map((element) => [element.id, element]));
  const originOf = (parent: string | undefined): Point => elements.get(parent ?? "")?.box ?? corner;
  const loopAt = ({ id, parentId, position }: Dragged): string | undefined => {
    const box = elements.get(id)?.box;
    if (!box) return undefined;
    const from = originOf(parentId);
    const middle = { x: from.x + position.x + box.width / 2, y: from.y + position.y + box.height / 2 };
    return placed.findLast(
      (other) => other.kind === "loop" && !ids.has(other.id) && contains(other.box, middle),
    )?.id;
  };
  const held = dragged.find(({ id }) => id === grabbed);
  const heldLoop = held && loopAt(held);
  return dragged.flatMap((one) => {
    const { id, parentId, position } = one;
    const element = elements.get(id);
    if (!element || (parentId !== undefined && ids.has(parentId))) return [];
    const from = originOf(parentId);
    const at = { x: from.x + position.x, y: from.y + position.y };
    const withHeld = parentId === held?.parentId ? heldLoop : undefined;
    const loop = loopAt(one) ?? withHeld;
    const parent = topLevelKinds.has(element.kind) ? microflow : (loop ?? microflow);
    const origin = originOf(parent);
    return [{ id, parent, position: { x: at.x - origin.x, y: at.y - origin.y } }];
  });
}
