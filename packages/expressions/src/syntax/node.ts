/**
 * The tree of an expression as it is written. Ranges are offsets into the text (`to` excluded) and include the
 * parentheses around a node. A part that is not there, or cannot be read, is `missing`, so a half-typed expression
 * still has the tree of the whole one.
 */

/** Where a node stands in the text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

interface NodeBase extends TextRange {
  /** How many pairs of parentheses stand around the node: `((1))` has 2. */
  readonly parentheses: number;
}

/** A place where an operand belongs and none is. */
export interface MissingNode extends NodeBase {
  readonly kind: "missing";
}
/** `'it''s'`; `value` is `it's`. */
export interface StringNode extends NodeBase {
  readonly kind: "string";
  readonly value: string;
}
/** Digits as they are written, without a sign: `12`, `.8`, `60.`; a dot makes it a Decimal. */
export interface NumberNode extends NodeBase {
  readonly kind: "number";
  readonly text: string;
}
/** `true` or `false`. */
export interface BooleanNode extends NodeBase {
  readonly kind: "boolean";
  readonly value: boolean;
}
/** `empty`. */
export interface EmptyNode extends NodeBase {
  readonly kind: "empty";
}
/** A word or dotted name that is no call: `Module.Enumeration.Value`, or something that the check will refuse. */
export interface NameNode extends NodeBase {
  readonly kind: "name";
  readonly name: string;
}
/** `@Module.Constant`; `name` is without the `@`. */
export interface ConstantNode extends NodeBase {
  readonly kind: "constant";
  readonly name: string;
}
/** `[%CurrentDateTime%]`; `name` is without brackets. */
export interface PlaceholderNode extends NodeBase {
  readonly kind: "placeholder";
  readonly name: string;
}
/** One `/Name` of a path: an attribute, an association or an entity. The range leaves the slash out. */
export interface PathStep extends TextRange {
  readonly name: string;
}
/** `$Name` with the steps behind it; `name` is without the `$`, `nameTo` is where the variable itself ends. */
export interface VariableNode extends NodeBase {
  readonly kind: "variable";
  readonly name: string;
  readonly nameTo: number;
  readonly steps: readonly PathStep[];
}
/** `name(arguments)`. */
export interface CallNode extends NodeBase {
  readonly kind: "call";
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly ExpressionNode[];
}
/** `if condition then whenTrue else whenFalse`. */
export interface IfNode extends NodeBase {
  readonly kind: "if";
  readonly condition: ExpressionNode;
  readonly whenTrue: ExpressionNode;
  readonly whenFalse: ExpressionNode;
}
/** `-operand`. */
export interface UnaryNode extends NodeBase {
  readonly kind: "unary";
  readonly operand: ExpressionNode;
}
/** `left operator right`. A chain of operators is left-deep and can be long: walk its left spine in a loop. */
export interface BinaryNode extends NodeBase {
  readonly kind: "binary";
  readonly operator: BinarySpelling;
  readonly operatorRange: TextRange;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** Any node. */
export type ExpressionNode =
  | MissingNode
  | StringNode
  | NumberNode
  | BooleanNode
  | EmptyNode
  | NameNode
  | ConstantNode
  | PlaceholderNode
  | VariableNode
  | CallNode
  | IfNode
  | UnaryNode
  | BinaryNode;

/** How binary operators are written; `:` and `div` are the same operator. */
export type BinarySpelling =
  | "or"
  | "and"
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | ":"
  | "div"
  | "mod";

/** What the parts of a node that stretches from `first` to `last` have in common. */
export function span(first: TextRange, last: TextRange): TextRange & { readonly parentheses: 0 } {
  return { from: first.from, to: last.to, parentheses: 0 };
}
