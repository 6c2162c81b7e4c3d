import type { Point } from "../geometry.ts";

/** A side of an element, seen from its middle. */
export type Side = "left" | "right" | "top" | "bottom";

/** An end of a sequence flow: a point on an element's border, and the side it is on. */
export interface RouteEnd extends Point {
  readonly side: Side;
}

/** So far a flow leads straight away from an element. */
export const stub = 20;
const straightWithin = 6;
const outward: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const isHorizontal = (side: Side) => side === "left" || side === "right";

function stubOf({ x, y, side }: RouteEnd): Point {
  return { x: x + outward[side].x * stub, y: y + outward[side].y * stub };
}

/** Points between the two stubs so that every piece is horizontal or vertical. */
function middle(from: RouteEnd, to: RouteEnd, start: Point, end: Point): Point[] {
  if (isHorizontal(from.side) && isHorizontal(to.side)) {
    const runsForward = (end.x - start.x) * outward[from.side].x >= 0 && from.side !== to.side;
    if (runsForward) {
      const x = (start.x + end.x) / 2;
      return [
        { x, y: start.y },
        { x, y: end.y },
      ];
    }
    // A flow that leads back goes round below (or above, when the other end is higher up).
    const y = Math.abs(end.y - start.y) > 80 ? (start.y + end.y) / 2 : Math.max(start.y, end.y) + 72;
    return [
      { x: start.x, y },
      { x: end.x, y },
    ];
  }
  if (!isHorizontal(from.side) && !isHorizontal(to.side)) {
    const y = from.side === to.side ? extreme(from.side, start.y, end.y) : (start.y + end.y) / 2;
    return [
      { x: start.x, y },
      { x: end.x, y },
    ];
  }
  return isHorizontal(from.side) ? [{ x: end.x, y: start.y }] : [{ x: start.x, y: end.y }];
}

function extreme(side: Side, left: number, right: number): number {
  return side === "top" ? Math.min(left, right) : Math.max(left, right);
}

function isBetween(before: Point, point: Point, after: Point): boolean {
  return (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y);
}

/**
 * The corners of a sequence flow, ends included: straight away from both elements, then at right angles.
 *
 * @example routeFlow({ x: 0, y: 0, side: "right" }, { x: 100, y: 0, side: "left" }) // two points, one line
 */
export function routeFlow(from: RouteEnd, to: RouteEnd): Point[] {
  const isStraight =
    from.side === "right" &&
    to.side === "left" &&
    Math.abs(from.y - to.y) <= straightWithin &&
    to.x >= from.x;
  // A little higher or lower the flow still ends on the border; a kink of some pixels would only look like a slip.
  if (isStraight) {
    return [
      { x: from.x, y: from.y },
      { x: to.x, y: from.y },
    ];
  }
  const start = stubOf(from);
  const end = stubOf(to);
  const points: Point[] = [
    { x: from.x, y: from.y },
    start,
    ...middle(from, to, start, end),
    end,
    { x: to.x, y: to.y },
  ];
  return withoutNeedless(points);
}

/** Without points that lie on each other, or on the line between their neighbours. */
export function withoutNeedless(points: readonly Point[]): Point[] {
  const distinct = points.filter(({ x, y }, index) => {
    const before = points[index - 1];
    return before?.x !== x || before.y !== y;
  });
  return distinct.filter((point, index) => {
    const before = distinct[index - 1];
    const after = distinct[index + 1];
    return !before || !after || !isBetween(before, point, after);
  });
}

const cornerRadius = 10;

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The path of a route as SVG, its corners rounded. */
export function routePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const commands = [`M ${first.x} ${first.y}`];
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (!next) {
      commands.push(`L ${point.x} ${point.y}`);
      return;
    }
    const before = points[index] ?? first;
    const enter = towards(point, before, cornerRadius);
    const leave = towards(point, next, cornerRadius);
    commands.push(`L ${enter.x} ${enter.y} Q ${point.x} ${point.y} ${leave.x} ${leave.y}`);
  });
  return commands.join(" ");
}

/** A point of a route, measured along it: its middle when left out. Where its `+` and its name stand. */
export function routeMiddle(points: readonly Point[], share = 0.5): Point {
  const pieces = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return { before, point, length: Math.hypot(point.x - before.x, point.y - before.y) };
  });
  let left = pieces.reduce((sum, { length }) => sum + length, 0) * share;
  for (const { before, point, length } of pieces) {
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: before.x + (point.x - before.x) * part, y: before.y + (point.y - before.y) * part };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
