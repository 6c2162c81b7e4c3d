import type { FlowGraph, FlowNode, MicroflowGraph } from "../graph/flow-graph.ts";
import type { Declaration } from "./declarations.ts";
import type { Availability } from "./element-scope.ts";
import { GraphWays } from "./graph-ways.ts";
import type { MicroflowVariable } from "./microflow-variable.ts";

/** A variable with the place in the graphs where it is made. */
export interface PlacedVariable {
  readonly declaration: Declaration;
  readonly variable: MicroflowVariable;
}

/** A place in the graphs from which one looks around: an element, and the graph it is in. */
interface Position {
  readonly node: FlowNode;
  readonly graph: FlowGraph;
}

/** Where each variable of a microflow can be used. */
export class VariableReach {
  readonly #graph: MicroflowGraph;
  readonly #byName = new Map<string, PlacedVariable[]>();
  readonly #byGraph = new Map<FlowGraph, PlacedVariable[]>();
  readonly #disabled: ReadonlyMap<string, FlowNode>;
  readonly #ways = new Map<FlowGraph, GraphWays>();

  constructor(
    graph: MicroflowGraph,
    placed: readonly PlacedVariable[],
    disabled: ReadonlyMap<string, FlowNode>,
  ) {
    this.#graph = graph;
    this.#disabled = disabled;
    for (const each of placed) {
      const { name, graph: home } = each.declaration;
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), each]);
      const neighbours = this.#byGraph.get(home);
      if (neighbours) neighbours.push(each);
      else this.#byGraph.set(home, [each]);
    }
  }

  #waysOf(graph: FlowGraph): GraphWays {
    const ways = this.#ways.get(graph) ?? new GraphWays(graph);
    this.#ways.set(graph, ways);
    return ways;
  }

  /** The place of an element, then those of the elements around it, from the inside out. */
  *#positions(node: FlowNode): Generator<Position> {
    for (let current: FlowNode | undefined = node; current; ) {
      const graph = this.#graph.graphs.get(current.element.id);
      if (!graph) return;
      yield { node: current, graph };
      current = this.#graph.nodes.get(graph.container.id);
    }
  }

  #isMade({ declaration }: PlacedVariable, { node, graph }: Position): boolean {
    if (declaration.reach === "after") return this.#waysOf(graph).isAlwaysDone(declaration.node, node);
    return declaration.reach !== "handling" || this.#waysOf(graph).isHandling(node);
  }

  *available(node: FlowNode): Generator<MicroflowVariable> {
    const seen = new Set<string>();
    for (const position of this.#positions(node)) {
      for (const placed of (this.#byGraph.get(position.graph) ?? []).toReversed()) {
        if (seen.has(placed.variable.name) || !this.#isMade(placed, position)) continue;
        seen.add(placed.variable.name);
        yield placed.variable;
      }
    }
  }

  find(name: string, node: FlowNode): MicroflowVariable | undefined {
    const candidates = this.#byName.get(name);
    if (!candidates) return undefined;
    for (const position of this.#positions(node)) {
      const found = candidates.findLast(
        (placed) => placed.declaration.graph === position.graph && this.#isMade(placed, position),
      );
      if (found) return found.variable;
    }
    return undefined;
  }

  /** Why a variable cannot be used. */
  explain(name: string, node: FlowNode): Availability {
    const [first] = this.#byName.get(name) ?? [];
    const disabled = this.#disabled.get(name);
    if (!first) return disabled ? { kind: "disabled", maker: disabled } : { kind: "unknown" };
    const { node: maker, graph: home, reach } = first.declaration;
    if (reach === "handling") return { kind: "no-error" };
    if (maker === node) return { kind: "own", maker };
    for (const position of this.#positions(node)) {
      if (position.graph === home) return this.#explainWays(maker, position);
    }
    return { kind: "inside", maker, container: this.#graph.nodes.get(home.container.id) ?? maker };
  }

  #explainWays(maker: FlowNode, { node, graph }: Position): Availability {
    const ways = this.#waysOf(graph);
    if (maker !== node && ways.isWhenFailed(maker, node)) return { kind: "when-failed", maker };
    if (maker === node || ways.leadsTo(node, maker)) return { kind: "later", maker };
    return { kind: ways.leadsTo(maker, node) ? "some-ways" : "other-way", maker };
  }
}
