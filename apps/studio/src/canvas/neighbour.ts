import type { Box } from "./routing/flow-sides.ts";

/** Where an arrow key points. */
export type Direction = "left" | "right" | "up" | "down";

/** A step in a direction. */
export const unitOf: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Something with a place, by its id. */
export interface Placed {
  readonly id: string;
  readonly box: Box;
}

/**
 * The nearest other thing in a direction; what lies straight ahead is preferred to what is nearer but aside.
 *
 * @example neighbourOf(elements, present, "right")?.id
 */
export function neighbourOf<Item extends Placed>(
  items: readonly Item[],
  from: Placed,
  direction: Direction,
): Item | undefined {
  const unit = unitOf[direction];
  const middle = ({ box }: Placed) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const start = middle(from);
  let best: { readonly item: Item; readonly cost: number } | undefined;
  for (const item of items) {
    const { x, y } = middle(item);
    const ahead = (x - start.x) * unit.x + (y - start.y) * unit.y;
    const aside = Math.abs((x - start.x) * unit.y) + Math.abs((y - start.y) * unit.x);
    // Within 60 degrees of the direction.
    if (item.id === from.id || ahead <= 0 || aside > ahead * 1.8) continue;
    const cost = ahead + aside * 2;
    if (cost < (best?.cost ?? Infinity)) best = { item, cost };
  }
  return best?.item;
}
