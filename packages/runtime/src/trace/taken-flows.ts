import { merge, start } from "@rivulet/activities";
import type { FlowEdge, FlowNode, MicroflowGraph } from "@rivulet/checks";

/** Whether a run goes through an element without doing anything: it has no op of its own. */
function isPassage({ element, isSkipped }: FlowNode): boolean {
  return isSkipped || element.kind === start.kind || element.kind === merge.kind;
}

function waysOn({ outgoing }: FlowNode): readonly FlowEdge[] {
  return outgoing.filter(({ isExceptional }) => !isExceptional);
}

/** The flows from an edge to an element, over elements that do nothing; `undefined` where it leads elsewhere. */
function flowsAlong(first: FlowEdge, to: string, whenOver: string | undefined): string[] | undefined {
  const taken: string[] = [];
  const passed = new Set<FlowNode>();
  for (let edge: FlowEdge | undefined = first; edge; [edge] = waysOn(edge.to)) {
    taken.push(edge.flow.id);
    const isThere = edge.to.element.id === to;
    const isOver = whenOver === to && waysOn(edge.to).length === 0;
    if (isThere || isOver) return taken;
    if (!isPassage(edge.to) || passed.has(edge.to)) return undefined;
    passed.add(edge.to);
  }
  return undefined;
}

/**
 * The sequence flows that a run took when it went from one element to the next. Where several ways lead to the same
 * element without anything on them, the first one is named.
 */
export function takenFlows(graph: MicroflowGraph, from: string, to: string): readonly string[] {
  const node = graph.nodes.get(from);
  const container = graph.graphs.get(from)?.container;
  const whenOver = container?.type === "element" ? container.id : undefined;
  for (const edge of node ? waysOn(node) : []) {
    const taken = flowsAlong(edge, to, whenOver);
    if (taken) return taken;
  }
  return [];
}

/** The sequence flows that a run took when it left an element that failed by this flow. */
export function flowsAfterError(first: FlowEdge, graph: MicroflowGraph, to: string): readonly string[] {
  const container = graph.graphs.get(first.from.element.id)?.container;
  return flowsAlong(first, to, container?.type === "element" ? container.id : undefined) ?? [first.flow.id];
}

/** The flows from the start event to the first element that does something. */
export function firstFlows(graph: MicroflowGraph, to: string): readonly string[] {
  const { entry } = graph.top;
  return entry ? takenFlows(graph, entry.element.id, to) : [];
}
