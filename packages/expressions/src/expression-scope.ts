import type { DataType } from "@rivulet/values";
import type { ModelLookup } from "./model-lookup.ts";

/** A variable that an expression may use. */
export interface ScopeVariable {
  /** Without the `$`. */
  readonly name: string;
  readonly type: DataType;
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
