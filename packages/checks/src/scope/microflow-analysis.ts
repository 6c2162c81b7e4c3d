import type { MicroflowRecord } from "@rivulet/model";
import type { MicroflowGraph } from "../graph/flow-graph.ts";
import type { ElementScope } from "./element-scope.ts";
import type { MicroflowVariable } from "./microflow-variable.ts";

/**
 * What the drawing of a microflow means: its graphs, its variables, and what can be used where. The runtime compiles
 * from it, the studio completes with it, the checks judge by it.
 */
export interface MicroflowAnalysis {
  readonly microflow: MicroflowRecord;
  readonly graph: MicroflowGraph;
  /** All variables in the order of their slots: `variables[i].slot === i`. */
  readonly variables: readonly MicroflowVariable[];
  /** The variables by name. When several elements claim a name, the first one has it. Without `currentIndex`. */
  readonly variablesByName: ReadonlyMap<string, MicroflowVariable>;
  /** Variables whose name another one has already: each is a problem. */
  readonly duplicates: readonly MicroflowVariable[];
  /** The scope of an element by its id; throws when the microflow has no such element. */
  scopeAt(element: string): ElementScope;
}
