import type { TextRange } from "./syntax/node.ts";

/** Why an expression failed while it ran. */
export type EvaluationErrorCode =
  /** An operand or argument is empty where a value is needed. */
  | "empty-operand"
  /** A path leads over an object that is empty. */
  | "empty-object"
  /** An Integer left the 64 bits. */
  | "integer-overflow"
  | "division-by-zero"
  /** A text is no number or date, or does not fit its pattern. */
  | "not-readable"
  /** An argument is outside what the function takes. */
  | "argument-out-of-range"
  /** A pattern is not one that is understood. */
  | "pattern-invalid"
  /** A number, text or list would become larger than allowed. */
  | "limit-size";

/** The failure of an expression, with the part of its text that failed. */
export class EvaluationError extends Error implements TextRange {
  override readonly name = "EvaluationError";
  readonly code: EvaluationErrorCode;
  readonly from: number;
  readonly to: number;

  constructor(code: EvaluationErrorCode, message: string, { from, to }: TextRange) {
    super(message);
    this.code = code;
    this.from = from;
    this.to = to;
  }
}
