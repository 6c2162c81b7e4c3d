export { type CheckedExpression, check } from "./check/check.ts";
export { closestName } from "./check/suggestion.ts";
export { type CompileOptions, compile, compileOperand } from "./compile/compile.ts";
export * from "./evaluation-environment.ts";
export * from "./evaluation-error.ts";
export * from "./evaluator.ts";
export * from "./expression-scope.ts";
export * from "./functions/function-row.ts";
export { functionTable } from "./functions/function-table.ts";
export type { Parameter, ParameterKind, Signature } from "./functions/signature.ts";
export { formatSignature } from "./functions/signature-text.ts";
export { formatExpression } from "./layout/format-expression.ts";
export { expressionLimits } from "./limits.ts";
export * from "./model-lookup.ts";
export * from "./operand.ts";
export { type OperatorRow, operatorTable } from "./operators/operator-table.ts";
export {
  type PlaceholderRow,
  placeholderTable,
  variablePlaceholders,
} from "./placeholders/placeholder-table.ts";
export * from "./problem.ts";
export * from "./syntax/node.ts";
export { type ParsedExpression, parse } from "./syntax/parser.ts";
export type { Token, TokenKind } from "./syntax/token.ts";
export { tokenize } from "./syntax/tokenizer.ts";
export * from "./typed/expression-type.ts";
export * from "./typed/typed-node.ts";
