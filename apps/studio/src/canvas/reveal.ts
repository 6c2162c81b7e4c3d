import type { Point } from "./geometry.ts";
import type { Box } from "./routing/flow-sides.ts";

/** How far something that is brought on the screen stays from its edge, in pixels. */
const margin = 24;

/** How far one stretch has to move to lie within another; its beginning counts when it is too long. */
function shift(
  from: number,
  length: number,
  within: { readonly from: number; readonly length: number },
): number {
  const before = within.from + margin - from;
  const behind = from + length - (within.from + within.length - margin);
  return before > 0 || length > within.length - 2 * margin ? before : Math.min(0, -behind);
}

/**
 * How far a drawing has to slide so that a box lies on the screen; no further than needed, so that the eye can follow.
 *
 * @example revealingShift({ x: 790, y: 100, width: 50, height: 50 }, { x: 0, y: 0, width: 800, height: 600 }) // x: -64
 */
export function revealingShift(box: Box, screen: Box): Point {
  return {
    x: shift(box.x, box.width, { from: screen.x, length: screen.width }),
    y: shift(box.y, box.height, { from: screen.y, length: screen.height }),
  };
}
