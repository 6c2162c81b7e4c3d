import { loop } from "@rivulet/activities";
import type { FlowEdge, FlowNode, MicroflowAnalysis } from "@rivulet/checks";
import type { OpLayout } from "./op-layout.ts";
import type { Next } from "./program.ts";

/** Where a run goes on after an error, and what it does on the way there. */
export interface ErrorWay {
  readonly next: Next;
  readonly kind: "outcome" | "errorHandler" | "continue";
  /** The sequence flow that is taken; `undefined` where a run goes on as if nothing had happened. */
  readonly flow: FlowEdge | undefined;
  /** Where the frame takes the error, -1 when it does not. */
  readonly errorSlot: number;
  /** Variables that the failed element would have made: empty behind it. */
  readonly emptySlots: readonly number[];
}

/** The ways on from one element when it fails. */
export interface ErrorWays {
  /** Named outcomes that are drawn, by the codes of the errors that lead to them. */
  readonly byCode: ReadonlyMap<string, ErrorWay>;
  /** For all other errors; without it they go to the caller. */
  readonly otherwise: ErrorWay | undefined;
}

const noSlot = -1;

/** Finds the ways on after errors in one microflow. */
export class ErrorWayFinder {
  readonly #analysis: MicroflowAnalysis;
  readonly #layout: OpLayout;
  readonly #arrival: (next: Next | undefined) => Next;

  /** `arrival` refuses a way that leads nowhere. */
  constructor(analysis: MicroflowAnalysis, layout: OpLayout, arrival: (next: Next | undefined) => Next) {
    this.#analysis = analysis;
    this.#layout = layout;
    this.#arrival = arrival;
  }

  /** The ways on from an element; `undefined` when all of its errors go to the caller. */
  of(node: FlowNode): ErrorWays | undefined {
    const byCode = this.#outcomes(node);
    const otherwise = this.#otherwise(node);
    return byCode.size > 0 || otherwise ? { byCode, otherwise } : undefined;
  }

  #outcomes({ definition, outgoing }: FlowNode): Map<string, ErrorWay> {
    const ways = new Map<string, ErrorWay>();
    for (const { name, errors } of definition?.namedOutcomes ?? []) {
      const edge = outgoing.find(
        ({ flow, isErrorHandler }) => !isErrorHandler && flow.outcomes?.includes(name),
      );
      if (!edge) continue;
      const way = this.#along(edge, "outcome", noSlot);
      for (const code of errors) ways.set(code, way);
    }
    return ways;
  }

  #otherwise(node: FlowNode): ErrorWay | undefined {
    if (node.element.errorHandling === "continue") return this.#goOn(node);
    const handler = node.outgoing.find(({ isErrorHandler }) => isErrorHandler);
    if (handler) return this.#along(handler, "errorHandler", this.#errorSlot(node));
    return this.#ofLoopAround(node);
  }

  #along(edge: FlowEdge, kind: ErrorWay["kind"], errorSlot: number): ErrorWay {
    const next = this.#arrival(this.#layout.arriveAt(edge.to));
    return { next, kind, flow: edge, errorSlot, emptySlots: [] };
  }

  #goOn(node: FlowNode): ErrorWay {
    const made = this.#analysis.variables.filter(
      ({ element, reach }) => element.id === node.element.id && reach === "after",
    );
    const next = this.#arrival(this.#layout.behind(node));
    return {
      next,
      kind: "continue",
      flow: undefined,
      errorSlot: noSlot,
      emptySlots: made.map(({ slot }) => slot),
    };
  }

  /** A round that fails is over where the loop says so; else the error leaves the loop, to one further out. */
  #ofLoopAround({ element }: FlowNode): ErrorWay | undefined {
    const around = this.#analysis.graph.nodes.get(element.parent);
    if (around?.element.kind !== loop.kind) return undefined;
    if (around.element.errorHandling !== "continue") return this.#ofLoopAround(around);
    const next = this.#layout.nextRoundOf(around);
    return { next, kind: "continue", flow: undefined, errorSlot: noSlot, emptySlots: [] };
  }

  #errorSlot({ element }: FlowNode): number {
    const { graph, variables } = this.#analysis;
    const home = graph.graphs.get(element.id);
    const error = variables.find(
      ({ reach, element: maker }) => reach === "handling" && graph.graphs.get(maker.id) === home,
    );
    return error?.slot ?? noSlot;
  }
}
