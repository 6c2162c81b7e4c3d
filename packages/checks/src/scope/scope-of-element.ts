import { specialVariables, type VariableFault } from "@rivulet/activities";
import type { ModelLookup } from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";
import type { FlowNode } from "../graph/flow-graph.ts";
import type { Availability, ElementScope } from "./element-scope.ts";
import type { AvailableVariable, SpecialVariable } from "./microflow-variable.ts";
import { variableFault } from "./variable-fault.ts";
import type { VariableReach } from "./variable-reach.ts";

const ofTheRun = new Map(
  specialVariables.flatMap(({ name, type, isOfTheRun = false }): [string, SpecialVariable][] =>
    isOfTheRun && type ? [[name, { name, type, reach: "run" }]] : [],
  ),
);

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

  variable(name: string): AvailableVariable | undefined {
    return this.#reach.find(name, this.#node) ?? ofTheRun.get(name);
  }

  typeOf(name: string): DataType | undefined {
    const type = this.variable(name)?.type;
    return type?.kind === "unknown" ? undefined : type;
  }

  *variables(): Iterable<AvailableVariable> {
    yield* this.#reach.available(this.#node);
    yield* ofTheRun.values();
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
