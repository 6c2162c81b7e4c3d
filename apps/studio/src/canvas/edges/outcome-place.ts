import type { Point } from "../geometry.ts";

/** Where the outcome of a flow stands: beside where the flow leaves its decision. */
export function outcomePlace(points: readonly Point[]): Point {
  const [first = { x: 0, y: 0 }, second = first] = points;
  const length = Math.hypot(second.x - first.x, second.y - first.y) || 1;
  const distance = Math.min(26, length / 2);
  return {
    x: first.x + ((second.x - first.x) / length) * distance,
    y: first.y + ((second.y - first.y) / length) * distance,
  };
}
