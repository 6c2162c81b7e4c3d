import type { ModelLookup } from "./model-lookup.ts";
import type { ExpressionType } from "./typed/expression-type.ts";

/** A variable that an expression may use. */
export interface ScopeVariable {
  /** Without the `$`. */
  readonly name: string;
  /** `unknown` where something else is wrong that was said already: then nothing is said about its uses. */
  readonly type: ExpressionType;
  /** Whether it can be `empty` here. Left out, the check does not warn about it. */
  readonly canBeEmpty?: boolean;
}

/**
 * What stands around an expression: the project and the variables at that place. Special variables (`currentUser`,
 * `currentObject`, `currentIndex`, `currentResult`, `currentSession`, `latestError`, `latestHttpResponse`) are
 * variables like any other; who offers them decides where they exist.
 */
export interface ExpressionScope {
  readonly model: ModelLookup;
  variable(name: string): ScopeVariable | undefined;
  variables(): Iterable<ScopeVariable>;
}
