import { unreachable } from "@rivulet/values";
import type { Drawing } from "./drawing.ts";
import { elementGap, type Point } from "./geometry.ts";
import { type PlacedElement, placedElements } from "./placed-elements.ts";
import { flowRoutes } from "./routing/flow-routes.ts";
import { boundsOf } from "./routing/flow-sides.ts";
import { contains, widened } from "./routing/obstacles.ts";

/** What happens when something is let go at a point of the canvas. */
export type DropTarget = { readonly at: Point } & (
  | /** It goes into this sequence flow. */ { readonly kind: "flow"; readonly flow: string }
  | /** It is joined behind this element, which has an open end. */ {
      readonly kind: "after";
      readonly element: string;
    }
  | /** It goes into this loop. */ { readonly kind: "loop"; readonly loop: string; readonly corner: Point }
  | /** It lies on the canvas, joined to nothing. */ { readonly kind: "canvas" }
);

/** The record that lights up as the target, if there is one. */
export function targetRecord(target: DropTarget): string | undefined {
  switch (target.kind) {
    case "flow":
      return target.flow;
    case "after":
      return target.element;
    case "loop":
      return target.loop;
    case "canvas":
      return undefined;
    default:
      return unreachable(target);
  }
}

function distanceToPiece(point: Point, from: Point, to: Point): number {
  const squared = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along =
    squared === 0
      ? 0
      : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / squared;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - share * (to.x - from.x), point.y - from.y - share * (to.y - from.y));
}

/** How near a pointer has to be to a flow to drop onto it. */
const reach = 26;
/** So far beside its ends a flow may lead round something. */
const detour = 320;

function distanceTo(points: readonly Point[], point: Point): number {
  return Math.min(
    ...points.slice(1).map((corner, at) => distanceToPiece(point, points[at] ?? corner, corner)),
  );
}

function nearestFlow(
  { project: { catalog, index }, microflow }: Drawing,
  placed: readonly PlacedElement[],
  point: Point,
): string | undefined {
  const boxes = new Map(placed.map(({ id, box }) => [id, box]));
  const routes = flowRoutes(catalog, index, microflow);
  let nearest: { readonly id: string; readonly distance: number } | undefined;
  for (const parent of new Set(placed.map((element) => element.parent))) {
    for (const flow of index.children(parent)) {
      if (flow.type !== "sequenceFlow") continue;
      const from = boxes.get(flow.from);
      const to = boxes.get(flow.to);
      const bounds = from && to && boundsOf([from, to]);
      if (!bounds || !contains(widened(bounds, detour), point)) continue;
      const distance = distanceTo(routes.route(flow)?.points ?? [], point);
      if (distance <= reach && distance < (nearest?.distance ?? Infinity))
        nearest = { id: flow.id, distance };
    }
  }
  return nearest?.id;
}

/**
 * Where a new or free element goes that is let go at `point`: into the flow under it, behind the open end to its
 * left, into the loop round it, or just there.
 */
export function dropTarget(
  drawing: Drawing,
  {
    point,
    openEnds,
    ignored,
  }: { point: Point; openEnds: ReadonlySet<string>; ignored?: ReadonlySet<string> },
): DropTarget {
  const { microflow } = drawing;
  const placed = placedElements(drawing.project.index, microflow).filter(({ id }) => !ignored?.has(id));
  const flow = nearestFlow(drawing, placed, point);
  if (flow !== undefined) return { kind: "flow", flow, at: point };
  const loop = placed.findLast(({ kind, box }) => kind === "loop" && contains(box, point));
  const parent = loop?.id ?? microflow;
  const left = placed.filter(
    ({ id, parent: own, box }) =>
      own === parent &&
      openEnds.has(id) &&
      point.x > box.x + box.width &&
      point.x < box.x + box.width + elementGap * 4 &&
      Math.abs(point.y - box.y - box.height / 2) < 70,
  );
  const behind = left.sort((one, other) => other.box.x - one.box.x)[0];
  if (behind) return { kind: "after", element: behind.id, at: point };
  if (!loop) return { kind: "canvas", at: point };
  return { kind: "loop", loop: loop.id, corner: { x: loop.box.x, y: loop.box.y }, at: point };
}
