export * from "./check-context.ts";
export * from "./graph/build-flow-graph.ts";
export * from "./graph/flow-graph.ts";
export * from "./scope/analyse-microflow.ts";
export * from "./scope/element-scope.ts";
export * from "./scope/microflow-analysis.ts";
export * from "./scope/microflow-variable.ts";
