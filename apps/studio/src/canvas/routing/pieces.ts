import type { Point } from "../geometry.ts";
import type { Box } from "./flow-sides.ts";

/** A straight piece of a route: horizontal or vertical, in the order in which a run goes along it. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** The pieces between the corners of a route. */
export function piecesOf(points: readonly Point[]): Piece[] {
  return points.slice(1).map((to, position) => ({ from: points[position] ?? to, to }));
}

export function lengthOf({ from, to }: Piece): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Whether a piece runs through a box; along its border is not through it. */
export function crosses({ from, to }: Piece, { x, y, width, height }: Box): boolean {
  const isBesideIt = Math.max(from.x, to.x) <= x || Math.min(from.x, to.x) >= x + width;
  return !isBesideIt && Math.max(from.y, to.y) > y && Math.min(from.y, to.y) < y + height;
}

/** Whether one piece leads across another. */
export function meetsAcross(one: Piece, other: Piece): boolean {
  const isLevel = one.from.y === one.to.y;
  if (isLevel === (other.from.y === other.to.y)) return false;
  const [level, upright] = isLevel ? [one, other] : [other, one];
  const isWithin = (value: number, from: number, to: number) =>
    value > Math.min(from, to) && value < Math.max(from, to);
  return (
    isWithin(upright.from.x, level.from.x, level.to.x) && isWithin(level.from.y, upright.from.y, upright.to.y)
  );
}

/** Nearer than this two lines are read as one. */
const apart = 8;

const shared = (low: number, high: number, otherLow: number, otherHigh: number) =>
  Math.min(Math.max(low, high), Math.max(otherLow, otherHigh)) -
  Math.max(Math.min(low, high), Math.min(otherLow, otherHigh));

/** Whether two pieces run so close beside each other that they are read as one line. */
export function runTogether(one: Piece, other: Piece): boolean {
  const areLevel = one.from.y === one.to.y && other.from.y === other.to.y;
  const areUpright = one.from.x === one.to.x && other.from.x === other.to.x;
  if (areLevel && Math.abs(one.from.y - other.from.y) < apart)
    return shared(one.from.x, one.to.x, other.from.x, other.to.x) > apart;
  return (
    areUpright &&
    Math.abs(one.from.x - other.from.x) < apart &&
    shared(one.from.y, one.to.y, other.from.y, other.to.y) > apart
  );
}
