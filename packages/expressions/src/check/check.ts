import type { DataType } from "@rivulet/values";
import type { ExpressionScope } from "../expression-scope.ts";
import type { ExpressionProblem } from "../problem.ts";
import type { ParsedExpression } from "../syntax/parser.ts";
import type { ExpressionType } from "../typed/expression-type.ts";
import type { TypedNode } from "../typed/typed-node.ts";
import { CheckContext } from "./check-context.ts";
import { checkNode } from "./check-node.ts";
import { convert } from "./conversion.ts";

/** What {@link check} returns. */
export interface CheckedExpression {
  /** The type of the whole; with an expected type, that one wherever the expression fits it. */
  readonly type: ExpressionType;
  /** The resolved tree that `compile` takes; ranges lead back to the text. */
  readonly root: TypedNode;
  /** Of the parser and of the check, in the order of the text. */
  readonly problems: readonly ExpressionProblem[];
  /** Whether the expression can be compiled: nothing worse than warnings. */
  readonly isUsable: boolean;
  /** Whether it has the same value whenever it is evaluated: a decision on it is none. */
  readonly isConstant: boolean;
  /** Whether the environment must have an engine for regular expressions when it runs. */
  readonly needsPatterns: boolean;
}

/**
 * Gives an expression its type and finds what is wrong with it, before it runs. Where an Integer stands for an
 * expected Decimal it is converted; nothing else is.
 *
 * @example check(parse("$Order/Total * 1.21"), scope, { kind: "decimal" }).problems
 */
export function check(
  parsed: ParsedExpression,
  scope: ExpressionScope,
  expected?: DataType,
): CheckedExpression {
  const context = new CheckContext(parsed.text, scope);
  const typed = checkNode(parsed.ast, context, []);
  const root = expected ? convert(typed, expected, context) : typed;
  const problems = [...parsed.problems, ...context.problems].sort((a, b) => a.from - b.from);
  const isUsable = !problems.some(({ severity }) => severity === "error");
  const isConstant = context.isConstant(typed);
  return { type: root.type, root, problems, isUsable, isConstant, needsPatterns: context.needsPatterns };
}
