import { type EdgeProps, useStoreApi } from "@xyflow/react";
import { useProject } from "../../project/use-project.tsx";
import type { Point } from "../geometry.ts";
import type { FlowEdge } from "../projection.ts";
import { type FlowRoute, flowRoutes, type LiveBox } from "./flow-routes.ts";
import { routeFlow, routeMiddle, type Side } from "./flow-routing.ts";
import { sideMiddle } from "./flow-sides.ts";

/** What is drawn of a way. */
export type DrawnRoute = Pick<FlowRoute, "points" | "label" | "insert">;

type Ends = Pick<
  EdgeProps<FlowEdge>,
  "sourceX" | "sourceY" | "targetX" | "targetY" | "sourceHandleId" | "targetHandleId"
>;

const isSide = (side: string | null | undefined): side is Side =>
  side === "left" || side === "right" || side === "top" || side === "bottom";

/** How far the ends were dragged from where the document has them. */
function shiftsOf(route: FlowRoute, ends: Ends): { readonly source: Point; readonly target: Point } {
  const { sourceHandleId: from, targetHandleId: to } = ends;
  const source = sideMiddle(route.from, isSide(from) ? from : "right");
  const target = sideMiddle(route.to, isSide(to) ? to : "left");
  return {
    source: { x: ends.sourceX - source.x, y: ends.sourceY - source.y },
    target: { x: ends.targetX - target.x, y: ends.targetY - target.y },
  };
}

function shifted({ points, label, insert }: FlowRoute, by: Point): DrawnRoute {
  const move = ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y });
  return { points: points.map(move), label: label && move(label), insert: move(insert) };
}

/** A way between two points of the screen, where there is nothing to keep clear of. */
function plainRoute(ends: Ends): DrawnRoute {
  const { sourceX, sourceY, targetX, targetY, sourceHandleId: from, targetHandleId: to } = ends;
  const points = routeFlow(
    { x: sourceX, y: sourceY, side: isSide(from) ? from : "right" },
    { x: targetX, y: targetY, side: isSide(to) ? to : "left" },
  );
  const insert = routeMiddle(points);
  return { points, label: insert, insert };
}

/** Nearer than this is the same place. */
const sameWithin = 0.5;

/**
 * The way of a flow as it is drawn now: that of the document, moved along with both its ends, or found anew while only
 * one of them is dragged.
 */
export function useFlowRoute(props: EdgeProps<FlowEdge>): DrawnRoute {
  const project = useProject();
  const store = useStoreApi();
  const { route, microflow } = props.data ?? {};
  if (!route || microflow === undefined) return plainRoute(props);
  const { source, target } = shiftsOf(route, props);
  const isOneWay = Math.abs(source.x - target.x) < sameWithin && Math.abs(source.y - target.y) < sameWithin;
  if (isOneWay) return source.x === 0 && source.y === 0 ? route : shifted(route, source);
  const live: LiveBox = (id) => {
    const node = store.getState().nodeLookup.get(id);
    if (!node) return undefined;
    const { width = 0, height = 0 } = node.measured;
    return { ...node.internals.positionAbsolute, width, height };
  };
  const flow = { id: props.id, from: props.source };
  return flowRoutes(project.catalog, project.index, microflow).liveRoute(flow, live) ?? plainRoute(props);
}
