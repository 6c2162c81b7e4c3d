import { checkExpression } from "@rivulet/activities";
import type { ExpressionScope } from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";

/**
 * What is wrong with an expression that is being written in a dialog of its own, in words: that it is marked is not
 * enough for who does not point at the mark. Nothing is wrong where nothing is written.
 *
 * @param expected the types that fit; empty when any does
 */
export function expressionFault(
  text: string,
  expected: readonly DataType[],
  scope: ExpressionScope,
): string | undefined {
  if (text.trim() === "") return undefined;
  const { problems } = checkExpression(text, expected, scope);
  return problems.find(({ severity }) => severity === "error")?.message;
}
