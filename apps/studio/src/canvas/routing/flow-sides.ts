import type { SequenceFlowRecord } from "@rivulet/model";
import type { Point, Size } from "../geometry.ts";
import { type RouteEnd, routeFlow, type Side, stub, withoutNeedless } from "./flow-routing.ts";

/** Where an element is drawn. */
export type Box = Point & Size;

/** The middle of one side of a box. */
export function sideMiddle(box: Box, side: Side): RouteEnd {
  switch (side) {
    case "left":
      return { x: box.x, y: box.y + box.height / 2, side };
    case "right":
      return { x: box.x + box.width, y: box.y + box.height / 2, side };
    case "top":
      return { x: box.x + box.width / 2, y: box.y, side };
    case "bottom":
      return { x: box.x + box.width / 2, y: box.y + box.height, side };
  }
}

/** The side of a box that a point on its border is on. */
export function sideOf({ x, y, width, height }: Box, point: Point): Side {
  if (point.x >= x + width) return "right";
  if (point.x <= x) return "left";
  return point.y <= y + height / 2 ? "top" : "bottom";
}

/** From this far below on, what stands further left is the next row. */
const rowGap = 48;

const middleX = (box: Box) => box.x + box.width / 2;
const middleY = (box: Box) => box.y + box.height / 2;

/** What a flow is for, as far as its drawing depends on it. */
export type FlowPurpose = Pick<SequenceFlowRecord, "outcomes" | "isErrorHandler">;

/** The side of an activity that is not in the way of its ordinary flow. */
function sideBeside({ outcomes = [], isErrorHandler = false }: FlowPurpose): Side | undefined {
  if (isErrorHandler) return "bottom";
  return outcomes.length > 0 ? "top" : undefined;
}

/**
 * The sides at which a sequence flow leaves one element and reaches another. Flows run left to right; a flow to
 * something straight above or below leaves there, one to a lower row goes on at its left like text, and a flow that
 * leads back in its row goes round below. What leaves an activity beside its ordinary flow keeps clear of that: in
 * its row an outcome leads over what stands there, and an error handler under it.
 */
export function flowSides(
  from: Box,
  to: Box,
  purpose: FlowPurpose = {},
): { readonly from: Side; readonly to: Side } {
  const gap = to.x - (from.x + from.width);
  if (gap >= 24) {
    const rise = middleY(to) - middleY(from);
    // A branch that goes on in another row leaves a small element at its corner.
    const isSmall = from.width <= 64;
    const beside = isSmall || Math.abs(rise) > from.height / 2 ? undefined : sideBeside(purpose);
    if (beside) return { from: beside, to: beside };
    if (isSmall && Math.abs(rise) > from.height / 2 + 8)
      return { from: rise > 0 ? "bottom" : "top", to: "left" };
    return { from: "right", to: "left" };
  }
  const overlaps = Math.abs(middleX(to) - middleX(from)) < (from.width + to.width) / 2;
  if (overlaps && to.y >= from.y + from.height) return { from: "bottom", to: "top" };
  if (overlaps && from.y >= to.y + to.height) return { from: "top", to: "bottom" };
  if (to.y >= from.y + from.height + rowGap) return { from: "right", to: "left" };
  return { from: "bottom", to: "bottom" };
}

/** The flow that goes on in a lower row, like text: back between the two rows, of which one may be high. */
function toNextRow(from: Box, to: Box): Point[] {
  const [start, end] = [sideMiddle(from, "right"), sideMiddle(to, "left")];
  const level = (from.y + from.height + to.y) / 2;
  const out = { x: start.x + stub, y: start.y };
  const back = { x: end.x - stub, y: end.y };
  return [start, out, { x: out.x, y: level }, { x: back.x, y: level }, back, end].map(({ x, y }) => ({
    x,
    y,
  }));
}

/** The corners of the flow from one box to another. */
export function routeBetween(from: Box, to: Box, purpose: FlowPurpose = {}): Point[] {
  const sides = flowSides(from, to, purpose);
  const goesBack = sides.from === "right" && sides.to === "left" && to.x < from.x + from.width + 2 * stub;
  if (goesBack && to.y >= from.y + from.height + rowGap) return withoutNeedless(toNextRow(from, to));
  return routeFlow(sideMiddle(from, sides.from), sideMiddle(to, sides.to));
}

/** The smallest box that holds all of them; `undefined` for none. */
export function boundsOf(boxes: readonly Box[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
