import type { ProjectIndex } from "@rivulet/model";
import type { FlowEdge } from "../projection.ts";
import type { FlowRoute, FlowRoutes } from "./flow-routes.ts";
import { sideOf } from "./flow-sides.ts";

function keyOf({ points, label, insert }: FlowRoute): string {
  return JSON.stringify([points, label, insert]);
}

interface Known {
  readonly edge: FlowEdge;
  readonly route: FlowRoute;
  readonly routed: FlowEdge;
}

/** Ways that were kept are the same object; others are compared. */
const isSameWay = (one: FlowRoute, other: FlowRoute) => one === other || keyOf(one) === keyOf(other);

/**
 * Gives the flows that are drawn their ways. A flow whose way did not change comes back as the same object, so that an
 * edit draws only the flows that lead elsewhere now.
 */
export class RoutedEdges {
  readonly #microflow: string;
  readonly #known = new Map<string, Known>();

  constructor(microflow: string) {
    this.#microflow = microflow;
  }

  route(edges: readonly FlowEdge[], routes: FlowRoutes, index: ProjectIndex): FlowEdge[] {
    return edges.map((edge) => {
      const flow = index.records.get(edge.id);
      const route = flow?.type === "sequenceFlow" ? routes.route(flow) : undefined;
      return route ? this.#routed(edge, route) : edge;
    });
  }

  #routed(edge: FlowEdge, route: FlowRoute): FlowEdge {
    const known = this.#known.get(edge.id);
    if (known && known.edge === edge && isSameWay(known.route, route)) return known.routed;
    const [first, last] = [route.points[0], route.points.at(-1)];
    if (!first || !last) return edge;
    const routed: FlowEdge = {
      ...edge,
      sourceHandle: sideOf(route.from, first),
      targetHandle: sideOf(route.to, last),
      data: { flowId: edge.id, route, microflow: this.#microflow },
    };
    this.#known.set(edge.id, { edge, route, routed });
    return routed;
  }
}
