import type { FlowEdge } from "../projection.ts";

const graspable = new WeakMap<FlowEdge, FlowEdge>();

function withEnds(edge: FlowEdge): FlowEdge {
  const known = graspable.get(edge) ?? { ...edge, reconnectable: true };
  graspable.set(edge, known);
  return known;
}

/**
 * The flows, with ends that can be taken elsewhere where a person can grasp them: at what is selected or pointed at.
 * Each flow gets a new identity at most once.
 */
export function withGraspableEnds(edges: readonly FlowEdge[], hovered: string | undefined): FlowEdge[] {
  return edges.map((edge) => (edge.selected || edge.id === hovered ? withEnds(edge) : edge));
}
