import type { VariableFault } from "@rivulet/activities";
import type { ModelLookup } from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";
import type { FlowNode } from "../graph/flow-graph.ts";
import type { Availability, ElementScope } from "./element-scope.ts";
import type { MicroflowVariable } from "./microflow-variable.ts";
import { variableFault } from "./variable-fault.ts";
import type { VariableReach } from "./variable-reach.ts";

/** The scope of one element of a microflow. */
export class ScopeOfElement implements ElementScope {
  readonly model: ModelLookup;
  readonly #reach: VariableReach;
  readonly #node: FlowNode;

  constructor(model: ModelLookup, reach: VariableReach, node: FlowNode) {
    this.model = model;
    this.#reach = reach;
    this.#node = node;
  }

  variable(name: string): MicroflowVariable | undefined {
    return this.#reach.find(name, this.#node);
  }

  typeOf(name: string): DataType | undefined {
    const type = this.variable(name)?.type;
    return type?.kind === "unknown" ? undefined : type;
  }

  variables(): Iterable<MicroflowVariable> {
    return this.#reach.available(this.#node);
  }

  availability(name: string): Availability {
    const variable = this.variable(name);
    return variable ? { kind: "available", variable } : this.#reach.explain(name, this.#node);
  }

  fault(name: string): VariableFault | undefined {
    const names = () => Array.from(this.variables(), (variable) => variable.name);
    return variableFault(name, this.availability(name), names);
  }
}
