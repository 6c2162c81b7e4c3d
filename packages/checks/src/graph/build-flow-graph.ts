import { type ActivityDefinition, start } from "@rivulet/activities";
import type { ElementRecord, MicroflowRecord, SequenceFlowRecord } from "@rivulet/model";
import type { CheckContext } from "../check-context.ts";
import type {
  FlowEdge,
  FlowGraph,
  FlowNode,
  MicroflowGraph,
  RefusalReason,
  RefusedFlow,
} from "./flow-graph.ts";
import { sequenceOrder } from "./sequence-order.ts";

/** A node while its graph is built. */
interface GrowingNode extends FlowNode {
  readonly container: string;
  readonly incoming: GrowingEdge[];
  readonly outgoing: GrowingEdge[];
  readonly next: GrowingNode[];
  isReachable: boolean;
  body: FlowGraph | undefined;
}

interface GrowingEdge extends FlowEdge {
  readonly from: GrowingNode;
  readonly to: GrowingNode;
  isBackward: boolean;
}

/** A microflow or an element, with the elements directly in it. */
interface Container {
  readonly record: MicroflowRecord | ElementRecord;
  readonly isSkipped: boolean;
  readonly nodes: GrowingNode[];
}

function isApart(definition: ActivityDefinition | undefined): boolean {
  return definition?.outcomes.kind === "none";
}

/**
 * Whether a flow is not taken by a run that has done what it leaves: it is for errors, or for an outcome that the
 * activity foresees. Outcomes of a decision are its ordinary ways.
 *
 * @param definition of what the flow leaves
 */
export function isExceptionalFlow(
  { outcomes = [], isErrorHandler = false }: Pick<SequenceFlowRecord, "outcomes" | "isErrorHandler">,
  definition: ActivityDefinition | undefined,
): boolean {
  return isErrorHandler || (outcomes.length > 0 && (definition?.namedOutcomes.length ?? 0) > 0);
}

class GraphBuilder {
  readonly #context: CheckContext;
  readonly #nodes = new Map<string, GrowingNode>();
  readonly #flows: SequenceFlowRecord[] = [];
  readonly #refusedFlows: RefusedFlow[] = [];
  readonly #graphs = new Map<string, FlowGraph>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  build(microflow: MicroflowRecord): MicroflowGraph {
    const containers: Container[] = [{ record: microflow, isSkipped: false, nodes: [] }];
    for (const container of containers) {
      this.#collect(container);
      for (const { element, isSkipped } of container.nodes) {
        containers.push({ record: element, isSkipped, nodes: [] });
      }
    }
    for (const flow of this.#flows) this.#join(flow);
    const [top, ...bodies] = containers.map((container) => this.#graph(container));
    for (const body of bodies) this.#hang(body);
    const refusedFlows = this.#refusedFlows;
    return { top: top as FlowGraph, nodes: this.#nodes, graphs: this.#graphs, refusedFlows };
  }

  #collect(container: Container): void {
    const { record, nodes } = container;
    for (const child of this.#context.index.children(record.id)) {
      if (child.type === "sequenceFlow") this.#flows.push(child);
      if (child.type !== "element" || this.#nodes.has(child.id)) continue;
      const node = this.#node(child, container);
      nodes.push(node);
      this.#nodes.set(child.id, node);
    }
  }

  #node(element: ElementRecord, container: Container): GrowingNode {
    return {
      element,
      definition: this.#context.catalog.find(element.kind),
      container: container.record.id,
      incoming: [],
      outgoing: [],
      next: [],
      isReachable: false,
      isSkipped: container.isSkipped || (element.isDisabled ?? false),
      body: undefined,
    };
  }

  #join(flow: SequenceFlowRecord): void {
    const from = this.#nodes.get(flow.from);
    const to = this.#nodes.get(flow.to);
    const reason = from && to ? refusalOf(from, to) : "missing-end";
    if (reason) this.#refusedFlows.push({ flow, reason });
    if (reason || !from || !to) return;
    const isErrorHandler = flow.isErrorHandler ?? false;
    const isExceptional = isExceptionalFlow(flow, from.definition);
    const edge = { flow, from, to, isErrorHandler, isExceptional, isBackward: false };
    from.outgoing.push(edge);
    from.next.push(to);
    to.incoming.push(edge);
  }

  #graph({ record, nodes }: Container): FlowGraph {
    const sequence = nodes.filter(({ definition }) => !isApart(definition));
    const entries = sequence.filter(
      record.type === "microflow"
        ? ({ element }) => element.kind === start.kind
        : ({ incoming }) => incoming.length === 0,
    );
    const { order, reachableCount, isBackward } = sequenceOrder(sequence, entries[0]);
    for (const [position, node] of order.entries()) {
      node.isReachable = position < reachableCount;
      for (const edge of node.outgoing) edge.isBackward = isBackward(edge.from, edge.to);
    }
    const apart = nodes.filter(({ definition }) => isApart(definition));
    const graph = { container: record, nodes: order, entries, entry: entries[0], apart };
    for (const { element } of nodes) this.#graphs.set(element.id, graph);
    return graph;
  }

  /** A body that holds nothing is there only where one is expected. */
  #hang(body: FlowGraph): void {
    const node = this.#nodes.get(body.container.id);
    const hasElements = body.nodes.length + body.apart.length > 0;
    if (node && (hasElements || node.definition?.hasBody)) node.body = body;
  }
}

function refusalOf(from: GrowingNode, to: GrowingNode): RefusalReason | undefined {
  if (from.container !== to.container) return "crosses-border";
  if (from === to) return "to-itself";
  if (isApart(from.definition) || isApart(to.definition)) return "outside-sequence";
  if (to.element.kind === start.kind) return "into-start";
  return from.definition?.outcomes.kind === "end" ? "out-of-end" : undefined;
}

/**
 * The graphs of a microflow and of the bodies inside it. Never fails: what cannot be joined is in `refusedFlows`, an
 * element of an unknown kind is a node without a definition. Linear in the size of the microflow.
 *
 * @example buildFlowGraph(microflow, { index, catalog }).top.entry?.outgoing[0]?.to.element.kind // "createObject"
 */
export function buildFlowGraph(microflow: MicroflowRecord, context: CheckContext): MicroflowGraph {
  return new GraphBuilder(context).build(microflow);
}
