import type { Point } from "../geometry.ts";

/** A piece shorter than this has no room for an outcome. */
const shortest = 24;

function alongPiece(from: Point, to: Point, wanted: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const distance = Math.min(wanted, length / 2);
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

/**
 * Where the outcome of a flow stands: beside where the flow leaves its decision; on the next piece, clear of what
 * hangs below an activity, where the flow turns at once.
 */
export function outcomePlace(points: readonly Point[]): Point {
  const [first = { x: 0, y: 0 }, second = first, third] = points;
  const isShort = Math.hypot(second.x - first.x, second.y - first.y) < shortest;
  return isShort && third ? alongPiece(second, third, 84) : alongPiece(first, second, 26);
}
