import type { ExpressionProblemCode } from "@rivulet/expressions";
import type { JsonValue } from "@rivulet/model";

/** What can be wrong with the value of a field. */
export type FieldProblemCode =
  | ExpressionProblemCode
  | "missing-value"
  | "wrong-form"
  | "unknown-field"
  | "text-too-long"
  | "unknown-choice"
  | "type-not-allowed"
  | "abstract-entity"
  | "unknown-microflow"
  | "unknown-page"
  | "unknown-layout"
  | "unknown-snippet"
  | "wrong-association-end"
  | "variable-not-available"
  | "wrong-variable"
  | "invalid-name"
  | "reserved-variable-name"
  | "no-result"
  | "return-value-not-expected"
  | "unknown-member"
  | "duplicate-member"
  | "read-only-member"
  | "association-not-owned"
  | "operation-not-allowed"
  | "missing-argument"
  | "unknown-argument";

/** A finding in a field: where in it, what in plain words, and where there is one the value that mends it. */
export interface FieldFinding {
  readonly code: FieldProblemCode;
  /** Name of the field with the position in it: `members[0].value`. */
  readonly field: string;
  /** Range in the text of an expression, in UTF-16 code units. */
  readonly from?: number;
  readonly to?: number;
  readonly message: string;
  /** What to put at the place `field`. */
  readonly fix?: { readonly label: string; readonly value: JsonValue };
}

/** The sentence and the fix for a name that was probably meant; without one the given way out. */
export function meantName(
  closest: string | undefined,
  wayOut: string,
): { readonly sentence: string; readonly fix?: { readonly label: string; readonly value: string } } {
  if (closest === undefined) return { sentence: wayOut };
  return { sentence: `Did you mean ${closest}?`, fix: { label: `Use ${closest}`, value: closest } };
}
