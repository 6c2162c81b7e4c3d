import { readField, resolveType, type TypeRule, visibleFields } from "@rivulet/activities";
import type { ElementRecord, MicroflowRecord } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { CheckContext } from "../check-context.ts";
import type { FlowGraph, FlowNode, MicroflowGraph } from "../graph/flow-graph.ts";
import type { MicroflowVariable } from "./microflow-variable.ts";

/** The name of the variable that holds the position of the present object in a loop, from 0. */
export const currentIndex = "currentIndex";

/** The name of the variable that holds the error which an error handler handles. */
export const latestError = "latestError";

const errorObject = { from: "fixed", type: { kind: "object", entity: "System.Error" } } as const;

/** A variable and where in the graphs it is made. */
export interface Declaration {
  readonly name: string;
  readonly node: FlowNode;
  /** The graph in which it exists: that of its node, or the body of its node. */
  readonly graph: FlowGraph;
  readonly field: string | undefined;
  readonly reach: MicroflowVariable["reach"];
  readonly rule: TypeRule;
}

function declarationsOfNode(node: FlowNode, graph: FlowGraph): Declaration[] {
  const { element, definition, body } = node;
  const declarations: Declaration[] = [];
  const isApart = definition?.outcomes.kind === "none";
  for (const field of definition ? visibleFields(definition, element.fields) : []) {
    const name = field.kind === "newVariable" && readField("newVariable", element.fields[field.name]);
    if (field.kind !== "newVariable" || !name) continue;
    const own = { name, node, field: field.name, rule: field.type };
    if (isApart) declarations.push({ ...own, graph, reach: "everywhere" });
    else if (field.scope === "after") declarations.push({ ...own, graph, reach: "after" });
    else if (body) declarations.push({ ...own, graph: body, reach: "inside" });
  }
  if (body && definition?.hasBody) {
    const rule = { from: "fixed", type: { kind: "integer" } } as const;
    declarations.push({ name: currentIndex, node, graph: body, field: undefined, reach: "inside", rule });
  }
  return declarations;
}

/** In each graph that has error handlers, the error that they handle; it is called after the first that may fail. */
function declarationOfError(graph: FlowGraph): Declaration[] {
  const node = graph.nodes.find(({ outgoing }) => outgoing.some(({ isErrorHandler }) => isErrorHandler));
  if (!node) return [];
  return [{ name: latestError, node, graph, field: undefined, reach: "handling", rule: errorObject }];
}

/** What the elements of a microflow declare: parameters first, then in the order of a run, outer graphs first. */
export function declarationsOf(graph: MicroflowGraph): Declaration[] {
  const graphs = [graph.top];
  const declarations: Declaration[] = [];
  for (const each of graphs) {
    for (const node of [...each.apart, ...each.nodes]) {
      declarations.push(...declarationsOfNode(node, each));
      if (node.body) graphs.push(node.body);
    }
    declarations.push(...declarationOfError(each));
  }
  return declarations;
}

/**
 * The types of declared variables. A type may depend on that of another variable (an iterator on its list), so they
 * are found on demand; one that depends on itself has none.
 */
export class DeclaredTypes {
  readonly #context: CheckContext;
  readonly #microflow: MicroflowRecord;
  readonly #byName = new Map<string, Declaration>();
  readonly #types = new Map<Declaration, DataType | undefined>();

  constructor(microflow: MicroflowRecord, declarations: readonly Declaration[], context: CheckContext) {
    this.#context = context;
    this.#microflow = microflow;
    for (const declaration of declarations) {
      if (!this.#byName.has(declaration.name)) this.#byName.set(declaration.name, declaration);
    }
  }

  typeOf(declaration: Declaration): DataType | undefined {
    if (this.#types.has(declaration)) return this.#types.get(declaration);
    this.#types.set(declaration, undefined);
    const type = this.#resolve(declaration.rule, declaration.node.element);
    const known = type && this.#exists(type) ? type : undefined;
    this.#types.set(declaration, known);
    return known;
  }

  #exists(type: DataType): boolean {
    const { index } = this.#context;
    if (type.kind === "enumeration") return index.enumeration(type.enumeration) !== undefined;
    if (type.kind === "object" || type.kind === "list") return index.entity(type.entity) !== undefined;
    return type.kind !== "nothing";
  }

  #resolve(rule: TypeRule, element: ElementRecord): DataType | undefined {
    return resolveType(rule, {
      index: this.#context.index,
      microflow: this.#microflow,
      element,
      variable: (name) => {
        const declaration = this.#byName.get(name);
        return declaration && this.typeOf(declaration);
      },
    });
  }
}
