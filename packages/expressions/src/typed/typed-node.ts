import type { AssociationEnd, AssociationShape, AttributeShape, Value } from "@rivulet/values";
import type { BoundSignature } from "../functions/signature.ts";
import type { OperatorOverload } from "../operators/operator-overload.ts";
import type { PlaceholderRow } from "../placeholders/placeholder-table.ts";
import type { BinarySpelling, TextRange } from "../syntax/node.ts";
import type { ExpressionType } from "./expression-type.ts";

interface TypedBase {
  readonly type: ExpressionType;
  /** Where it stands in the text. */
  readonly range: TextRange;
}

/** A value that is written down, in the representation of its type. */
export interface LiteralTyped extends TypedBase {
  readonly kind: "literal";
  readonly value: Value;
}
/** `$Name`. */
export interface VariableTyped extends TypedBase {
  readonly kind: "variable";
  readonly name: string;
  readonly canBeEmpty: boolean;
}
/** An attribute of an object. */
export interface AttributeTyped extends TypedBase {
  readonly kind: "attribute";
  readonly object: PathTyped;
  readonly attribute: AttributeShape;
}
/** The one object at the other end of an association. */
export interface AssociationTyped extends TypedBase {
  readonly kind: "association";
  readonly object: PathTyped;
  readonly association: AssociationShape;
  /** Where `object` stands. */
  readonly end: AssociationEnd;
}
/** `@Module.Constant`. */
export interface ConstantTyped extends TypedBase {
  readonly kind: "constant";
  readonly name: string;
}
/** `[%CurrentDateTime%]`. */
export interface PlaceholderTyped extends TypedBase {
  readonly kind: "placeholder";
  readonly row: PlaceholderRow;
}
/** A call with the signature that was chosen; the arguments have its types. */
export interface CallTyped extends TypedBase {
  readonly kind: "call";
  readonly name: string;
  readonly signature: BoundSignature;
  readonly arguments: readonly TypedNode[];
}
/** `-operand` of an Integer or Decimal. */
export interface NegationTyped extends TypedBase {
  readonly kind: "negation";
  readonly operand: TypedNode;
}
/** A binary operator with the overload that was chosen. A chain is left-deep: walk it in a loop. */
export interface OperationTyped extends TypedBase {
  readonly kind: "operation";
  readonly operator: BinarySpelling;
  readonly overload: OperatorOverload;
  readonly left: TypedNode;
  readonly right: TypedNode;
}
/** `operand = empty`, or `!=` where it is negated. */
export interface EmptyCheckTyped extends TypedBase {
  readonly kind: "emptyCheck";
  readonly operand: TypedNode;
  readonly isNegated: boolean;
}
/** `if condition then whenTrue else whenFalse`. */
export interface IfTyped extends TypedBase {
  readonly kind: "if";
  readonly condition: TypedNode;
  readonly whenTrue: TypedNode;
  readonly whenFalse: TypedNode;
}
/** An Integer used as a Decimal. */
export interface ToDecimalTyped extends TypedBase {
  readonly kind: "toDecimal";
  readonly operand: TypedNode;
}
/** A part with a problem: it has a type, as far as that is known, and cannot be compiled. */
export interface UnusableTyped extends TypedBase {
  readonly kind: "unusable";
}

/** What a path consists of. */
export type PathTyped = VariableTyped | AttributeTyped | AssociationTyped;

/** An expression after the check: every name resolved, every overload chosen, every conversion in place. */
export type TypedNode =
  | LiteralTyped
  | PathTyped
  | ConstantTyped
  | PlaceholderTyped
  | CallTyped
  | NegationTyped
  | OperationTyped
  | EmptyCheckTyped
  | IfTyped
  | ToDecimalTyped
  | UnusableTyped;
