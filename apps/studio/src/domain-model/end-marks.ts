import type { Point } from "../canvas/geometry.ts";

/** How far from the entity, and from the line, the number at an end stands. */
const along = 11;
const aside = 9;

/** Beside the end of a line that comes from `before`. */
function markAt(end: Point, before: Point): Point {
  const length = Math.hypot(before.x - end.x, before.y - end.y) || 1;
  const direction = { x: (before.x - end.x) / length, y: (before.y - end.y) / length };
  const isLevel = direction.y === 0;
  return {
    x: end.x + direction.x * along + (isLevel ? 0 : aside),
    y: end.y + direction.y * along - (isLevel ? aside : 0),
  };
}

/** Where the numbers at both ends of a line stand: next to the entity, above the line or right of it. */
export function endMarks(points: readonly Point[]): { readonly from: Point; readonly to: Point } {
  const nowhere = { x: 0, y: 0 };
  const [first = nowhere, second = first] = points;
  const last = points.at(-1) ?? first;
  return { from: markAt(first, second), to: markAt(last, points.at(-2) ?? last) };
}
