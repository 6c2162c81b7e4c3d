import type { EvaluationErrorCode } from "../evaluation-error.ts";
import type { ExpressionProblemCode } from "../problem.ts";

/** What each problem of an expression means, for the reference page. */
export const problemMeanings: Readonly<Record<ExpressionProblemCode, string>> = {
  "expression-empty": "There is no expression where one is needed.",
  "operand-missing": "A value is missing beside an operator, in a call or behind if, then, else.",
  "operator-missing": "Two values stand next to each other.",
  "keyword-missing": "An `if` has no `then` or no `else`.",
  "parenthesis-open": "A parenthesis is never closed.",
  "parenthesis-stray": "A closing parenthesis closes nothing.",
  "unexpected-text": "Something stands where nothing can.",
  "text-open": "A text has no quote at its end.",
  "double-quotes": "Text stands in double quotes.",
  "name-incomplete": "A name stops in the middle.",
  "placeholder-open": "A token `[%...%]` is not complete.",
  "slash-is-path": "A slash is used to divide.",
  "not-parentheses": "`not` has no parentheses.",
  "limit-text": "The expression is too long.",
  "limit-nesting": "The expression is nested too deeply.",
  "limit-arguments": "A call has too many arguments.",
  "limit-path": "A path has too many steps.",
  "unknown-variable": "There is no such variable here.",
  "unknown-attribute": "The entity has no such attribute.",
  "unknown-association": "The entity has no such association, or it leads to another entity.",
  "unknown-entity": "There is no such entity.",
  "unknown-enumeration": "There is no such enumeration.",
  "unknown-enumeration-value": "The enumeration has no such value, or none is named.",
  "unknown-constant": "There is no such constant.",
  "unknown-function": "There is no such function.",
  "unknown-token": "There is no such token.",
  "unknown-name":
    "A word means nothing: a variable without `$`, a function without parentheses, text without quotes.",
  "not-an-object": "A path goes on behind something that is no object.",
  "many-objects": "A path leads to many objects, or starts at a list.",
  "wrong-operand": "An operator does not take values of this type.",
  "wrong-argument": "A function does not take a value of this type there.",
  "wrong-argument-count": "A function takes another number of arguments.",
  "wrong-type": "Another type is expected here.",
  "not-a-whole-number": "A Decimal stands where a whole number is expected.",
  "branches-differ": "The branches of an `if` have different types.",
  "empty-operand": "`empty` stands where a value is needed.",
  "fixed-value-needed": "Only a written number is taken there.",
  "argument-invalid":
    "A written argument has no meaning: a pattern that cannot be understood, a date that does not exist.",
  "chained-comparison": "Two comparisons follow each other without parentheses.",
  "integer-too-large": "A written number has too many digits.",
  "possibly-empty": "Warning: a value can be empty where that makes the operator fail.",
  "constant-condition": "Warning: a condition is always the same.",
};

/** What each failure of a running expression means, for the reference page. */
export const failureMeanings: Readonly<Record<EvaluationErrorCode, string>> = {
  "empty-operand": "A value is empty where one is needed.",
  "empty-object": "A path leads over an object that is empty.",
  "integer-overflow": "An Integer would leave its 64 bits.",
  "division-by-zero": "A number is divided by zero.",
  "not-readable": "A text is no number or no date, or does not fit its pattern.",
  "argument-out-of-range": "An argument is outside what the function takes.",
  "pattern-invalid": "A pattern cannot be understood.",
  "limit-size": "A number or a text becomes too large, or a search too long.",
};
