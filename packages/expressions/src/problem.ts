import type { TextRange } from "./syntax/node.ts";

/** What can be wrong with an expression before it runs. The text of each is in its `message`. */
export type ExpressionProblemCode = SyntaxProblemCode | CheckProblemCode;

/** What the parser finds. */
export type SyntaxProblemCode =
  | "expression-empty"
  | "operand-missing"
  | "operator-missing"
  | "keyword-missing"
  | "parenthesis-open"
  | "parenthesis-stray"
  | "unexpected-text"
  | "text-open"
  | "double-quotes"
  | "name-incomplete"
  | "placeholder-open"
  | "slash-is-path"
  | "not-parentheses"
  | "limit-text"
  | "limit-nesting"
  | "limit-arguments";

/** What the check finds in a text that can be read. */
export type CheckProblemCode =
  | "unknown-variable"
  | "unknown-attribute"
  | "unknown-association"
  | "unknown-entity"
  | "unknown-enumeration"
  | "unknown-enumeration-value"
  | "unknown-constant"
  | "unknown-function"
  | "unknown-token"
  | "unknown-name"
  | "not-an-object"
  | "many-objects"
  | "wrong-operand"
  | "wrong-argument"
  | "wrong-argument-count"
  | "wrong-type"
  | "not-a-whole-number"
  | "branches-differ"
  | "empty-operand"
  | "fixed-value-needed"
  | "argument-invalid"
  | "chained-comparison"
  | "integer-too-large"
  | "limit-path"
  /** Warnings. */
  | "possibly-empty"
  | "constant-condition";

/** Replaces the text between `from` and `to`. */
export interface TextEdit extends TextRange {
  readonly insert: string;
}

/** A change that solves a problem; `label` is what its button says. Edits do not overlap and are in text order. */
export interface ExpressionFix {
  readonly label: string;
  readonly edits: readonly TextEdit[];
}

/** A finding: where, what in plain words and, where there is one, the way out. Only an error stops a run. */
export interface ExpressionProblem extends TextRange {
  readonly code: ExpressionProblemCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly fix?: ExpressionFix;
}
