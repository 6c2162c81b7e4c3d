/** Why arithmetic has no result. */
export type ArithmeticErrorCode =
  /** An Integer would leave the 64 bits. */
  | "integer-overflow"
  | "division-by-zero"
  /** A Decimal would need more digits than {@link decimalLimits} allows. */
  | "limit-size"
  /** The operation has no result for this number, such as the root of a negative one. */
  | "argument-out-of-range";

/** Exact arithmetic has no result that could be returned; it never wraps, rounds silently or gives a not-a-number. */
export class ArithmeticError extends Error {
  override readonly name = "ArithmeticError";
  readonly code: ArithmeticErrorCode;

  constructor(code: ArithmeticErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
