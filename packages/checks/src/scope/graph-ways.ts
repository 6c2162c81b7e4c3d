import { type Dominates, dominators } from "../graph/dominators.ts";
import type { FlowGraph, FlowNode } from "../graph/flow-graph.ts";

/**
 * Questions about the ways through a graph. A variable is made when its activity is done, so an activity that may come
 * out otherwise counts twice: as begun, which leads to its error handler and named outcomes, and as done, which leads on.
 */
export class GraphWays {
  readonly #begun = new Map<FlowNode, number>();
  readonly #done = new Map<FlowNode, number>();
  readonly #dominates: Dominates;
  readonly #graph: FlowGraph;
  #handling: ReadonlySet<FlowNode> | undefined;

  constructor(graph: FlowGraph) {
    this.#graph = graph;
    let points = 0;
    for (const node of graph.nodes) {
      this.#begun.set(node, points);
      if (node.outgoing.some(({ isExceptional }) => isExceptional)) points += 1;
      this.#done.set(node, points);
      points += 1;
    }
    const predecessors: number[][] = Array.from({ length: points }, () => []);
    for (const node of graph.nodes) this.#addPredecessors(node, predecessors);
    this.#dominates = dominators(predecessors);
  }

  /** Ways out of parts that nothing leads to do not count for a node that a run can reach. */
  #addPredecessors(node: FlowNode, predecessors: number[][]): void {
    const begun = this.#begun.get(node) ?? 0;
    const done = this.#done.get(node) ?? 0;
    if (done !== begun) predecessors[done]?.push(begun);
    for (const { from, isExceptional } of node.incoming) {
      const point = (isExceptional ? this.#begun : this.#done).get(from);
      if (point !== undefined && from.isReachable === node.isReachable) predecessors[begun]?.push(point);
    }
  }

  /** Whether `earlier` is done whenever `node` begins, whatever way was taken. */
  isAlwaysDone(earlier: FlowNode, node: FlowNode): boolean {
    const done = this.#done.get(earlier);
    const begun = this.#begun.get(node);
    return earlier !== node && done !== undefined && begun !== undefined && this.#dominates(done, begun);
  }

  /** Whether every way to a node leads over some error handler. */
  isHandling(node: FlowNode): boolean {
    this.#handling ??= nodesHandling(this.#graph);
    return this.#handling.has(node);
  }

  /** Whether a node is reached when another one fails. Walks the graph: for messages only. */
  isWhenFailed(failing: FlowNode, node: FlowNode): boolean {
    const ways = failing.outgoing.filter(({ isExceptional }) => isExceptional);
    return ways.some(({ to }) => to === node || this.leadsTo(to, node));
  }

  /** Whether some way leads from one node to another. Walks the graph: for messages only. */
  leadsTo(from: FlowNode, to: FlowNode): boolean {
    const seen = new Set([from]);
    for (const node of seen) {
      for (const edge of node.outgoing) {
        if (edge.to === to) return true;
        seen.add(edge.to);
      }
    }
    return false;
  }
}

/** The nodes to which no way leads without an error handler on it: what plain ways reach is taken away. */
function nodesHandling({ nodes, entries }: FlowGraph): ReadonlySet<FlowNode> {
  const plain = new Set(entries);
  for (const node of plain) {
    for (const { to, isErrorHandler } of node.outgoing) if (!isErrorHandler) plain.add(to);
  }
  return new Set(nodes.filter((node) => node.isReachable && !plain.has(node)));
}
