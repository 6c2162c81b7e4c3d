import { ArithmeticError } from "@rivulet/values";
import { EvaluationError } from "../evaluation-error.ts";
import type { Evaluator } from "../evaluator.ts";
import type { Operand } from "../operand.ts";
import type { BinarySpelling, TextRange } from "../syntax/node.ts";
import type { TypeKind } from "../typed/expression-type.ts";

/** Where an operation stands, for the message of its failure. */
export interface OperationPlace extends TextRange {
  readonly operator: BinarySpelling;
  readonly left: TextRange;
  readonly right: TextRange;
}

/**
 * An operator for one pair of types. `evaluate` makes a closure for exactly these types, so that nothing is asked
 * about types while it runs; it checks for `empty` where the operator needs values.
 */
export interface OperatorOverload {
  readonly left: TypeKind;
  readonly right: TypeKind;
  readonly result: "boolean" | "string" | "integer" | "decimal" | "dateTime";
  /** Whether an operand that is empty at run time is an error, which the check then warns about. */
  readonly needsValues: boolean;
  evaluate(left: Operand, right: Operand, place: OperationPlace): Evaluator;
}

/** The failure of an operator one of whose sides is empty. */
export function emptySide(isLeft: boolean, place: OperationPlace): EvaluationError {
  const message = `The ${isLeft ? "left" : "right"} side of '${place.operator}' is empty: check for empty first.`;
  return new EvaluationError("empty-operand", message, isLeft ? place.left : place.right);
}

/** An arithmetic failure with its place in the expression; anything else stays what it is. */
export function located(error: unknown, place: TextRange): unknown {
  return error instanceof ArithmeticError ? new EvaluationError(error.code, error.message, place) : error;
}
