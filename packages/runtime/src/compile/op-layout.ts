import { merge, start } from "@rivulet/activities";
import type { FlowEdge, FlowGraph, FlowNode } from "@rivulet/checks";
import type { Next } from "./program.ts";

/** Elements that a run passes without doing anything. */
const passages = new Set<string>([start.kind, merge.kind]);

function isPassage({ element, isSkipped }: FlowNode): boolean {
  return isSkipped || passages.has(element.kind);
}

function wayOn({ outgoing }: FlowNode): FlowEdge | undefined {
  return outgoing.find(({ isExceptional }) => !isExceptional);
}

/** An element that becomes ops. */
export interface PlacedNode {
  readonly node: FlowNode;
  /** The number of its first op. */
  readonly pc: Next;
  /** Its number among the loops of the microflow, for a loop. */
  readonly loop: number;
}

/**
 * Gives each element of a microflow the numbers of its ops, and says to which op a sequence flow leads. What does
 * nothing (start, merges, disabled elements) becomes no op: flows lead through it.
 */
export class OpLayout {
  readonly placed: PlacedNode[] = [];
  /** Merges that lead only to each other: a run that gets there goes round for ever. Each needs an op of its own. */
  readonly idle: PlacedNode[] = [];
  readonly #opCountOf: (node: FlowNode) => number;
  readonly #pcs = new Map<FlowNode, Next>();
  /** Where a run goes on when a way ends in a body: the next round of its loop. */
  readonly #whenOver = new Map<FlowNode, Next>();
  #opCount = 0;
  #loopCount = 0;

  constructor(top: FlowGraph, opCountOf: (node: FlowNode) => number) {
    this.#opCountOf = opCountOf;
    this.#place(top, undefined);
  }

  #place(graph: FlowGraph, whenOver: Next | undefined): void {
    for (const node of graph.nodes) {
      if (whenOver !== undefined) this.#whenOver.set(node, whenOver);
      if (!node.isReachable || isPassage(node)) continue;
      const { pc } = this.#reserve(node, this.#opCountOf(node), this.placed);
      if (!node.body) continue;
      this.#loopCount += 1;
      this.#place(node.body, pc + 1);
    }
  }

  #reserve(node: FlowNode, count: number, list: PlacedNode[]): PlacedNode {
    const placed = { node, pc: this.#opCount, loop: this.#loopCount };
    this.#pcs.set(node, placed.pc);
    this.#opCount += count;
    list.push(placed);
    return placed;
  }

  /** The op that is executed when a run comes to a node; `undefined` where a way of the microflow ends without one. */
  arriveAt(node: FlowNode): Next | undefined {
    const passed = new Set<FlowNode>();
    for (let current = node; ; ) {
      const pc = this.#pcs.get(current);
      if (pc !== undefined) return pc;
      if (passed.has(current)) return this.#reserve(current, 1, this.idle).pc;
      passed.add(current);
      const edge = wayOn(current);
      if (!edge) return this.#whenOver.get(current);
      current = edge.to;
    }
  }

  /** The op behind a node from which one way leads. */
  behind(node: FlowNode): Next | undefined {
    const edge = wayOn(node);
    return edge ? this.arriveAt(edge.to) : this.#whenOver.get(node);
  }

  /** The op of the next round of a loop. */
  nextRoundOf(node: FlowNode): Next {
    const pc = this.#pcs.get(node);
    if (pc === undefined) throw new Error(`Loop ${node.element.id} was not placed.`);
    return pc + 1;
  }

  /** The op that follows an outcome of a node; `undefined` when no flow is drawn for it. */
  behindOutcome(node: FlowNode, outcome: string): Next | undefined {
    const edge = node.outgoing.find(
      ({ flow, isErrorHandler }) => !isErrorHandler && flow.outcomes?.includes(outcome),
    );
    return edge && this.arriveAt(edge.to);
  }
}
