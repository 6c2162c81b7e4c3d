export { type Completion, type CompletionList, completeExpression } from "./complete-expression.ts";
export { expressionParser } from "./expression-parser.ts";
export { type ExpressionPlace, type ExpressionSurroundings, type SuggestedText } from "./expression-place.ts";
export { type Help, helpAt } from "./help-at.ts";
export { type SignatureHelp, signatureAt } from "./signature-at.ts";
