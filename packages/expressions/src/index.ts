export * from "./evaluation-environment.ts";
export * from "./evaluation-error.ts";
export * from "./expression-scope.ts";
export * from "./limits.ts";
export * from "./model-lookup.ts";
export * from "./problem.ts";
export * from "./syntax/node.ts";
export { type ParsedExpression, parse } from "./syntax/parser.ts";
