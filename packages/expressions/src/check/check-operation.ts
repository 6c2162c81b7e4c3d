import { bindingPowers } from "../operators/binding-power.ts";
import type { OperatorOverload } from "../operators/operator-overload.ts";
import { operatorRow } from "../operators/operator-table.ts";
import type { BinaryNode, BinarySpelling } from "../syntax/node.ts";
import { describeType, type ExpressionType, unknownType } from "../typed/expression-type.ts";
import type { TypedNode, UnusableTyped } from "../typed/typed-node.ts";
import type { CheckContext } from "./check-context.ts";
import { capital, toDecimal } from "./conversion.ts";
import { asPath, canBeEmpty, conjunctionFacts, disjunctionFacts, type KnownPaths, pathKey } from "./facts.ts";
import { wrapFix } from "./suggestion.ts";

/** A binary operator whose sides have been checked. */
interface Sides {
  readonly node: BinaryNode;
  readonly left: TypedNode;
  readonly right: TypedNode;
  /** Paths that hold a value where the operator stands. */
  readonly known: KnownPaths;
}

const booleanType: ExpressionType = { kind: "boolean" };

/** Resolves a binary operator: its overload, conversions, and what follows from it. */
export function checkOperation(sides: Sides, context: CheckContext): TypedNode {
  const { node, left, right } = sides;
  reportChain(node, context);
  const type = bindingPowers[node.operator] <= bindingPowers["="] ? booleanType : unknownType;
  if (isUnknown(left) || isUnknown(right)) return { kind: "unusable", type, range: node };
  const isEquality = node.operator === "=" || node.operator === "!=";
  if (left.type.kind === "empty" || right.type.kind === "empty") {
    return isEquality ? emptyCheck(sides, context) : emptyOperand(sides, context);
  }
  const overload = chooseOverload(operatorRow(node.operator).overloads, sides, context);
  if (!overload) return wrongOperand(sides, { type, context });
  return operation(overload, sides, context);
}

function isUnknown(node: TypedNode): boolean {
  return node.type.kind === "unknown";
}

function isComparison(operator: BinarySpelling): boolean {
  return bindingPowers[operator] === bindingPowers["="];
}

function reportChain({ operator, operatorRange, left, right }: BinaryNode, context: CheckContext): void {
  if (left.kind !== "binary" || left.parentheses > 0) return;
  if (!isComparison(operator) || !isComparison(left.operator)) return;
  if (left.right.kind === "missing" || right.kind === "missing") return;
  context.error("chained-comparison", operatorRange, {
    message: "Two comparisons cannot follow each other: join them with 'and', or put parentheses around one.",
  });
}

function emptyCheck({ node, left, right }: Sides, context: CheckContext): TypedNode {
  const operand = left.type.kind === "empty" ? right : left;
  const isNegated = node.operator === "!=";
  const check: TypedNode = { kind: "emptyCheck", type: booleanType, range: node, operand, isNegated };
  if (context.isConstant(operand)) context.markConstant(check);
  const path = asPath(operand);
  if (path) {
    const known = [pathKey(path)];
    context.setFacts(check, { whenTrue: isNegated ? known : [], whenFalse: isNegated ? [] : known });
  }
  return check;
}

function emptyOperand({ node, left }: Sides, context: CheckContext): TypedNode {
  const range = left.type.kind === "empty" ? node.left : node.right;
  const message = `'${node.operator}' needs a value on both sides: empty can only be compared with = and !=.`;
  return context.unusable("empty-operand", range, { message });
}

function chooseOverload(
  overloads: readonly OperatorOverload[],
  { left, right }: Sides,
  context: CheckContext,
): OperatorOverload | undefined {
  const isNumeric = (node: TypedNode) => node.type.kind === "integer" || node.type.kind === "decimal";
  const kinds = { left: left.type.kind, right: right.type.kind };
  if (kinds.left !== kinds.right && isNumeric(left) && isNumeric(right)) {
    kinds.left = "decimal";
    kinds.right = "decimal";
  }
  const overload = overloads.find((row) => row.left === kinds.left && row.right === kinds.right);
  return overload && areRelated(left.type, right.type, context) ? overload : undefined;
}

/** Enumerations must be the same; of two entities, one must be the other or a specialization of it. */
function areRelated(
  left: ExpressionType,
  right: ExpressionType,
  { scope: { model } }: CheckContext,
): boolean {
  if (left.kind === "enumeration" && right.kind === "enumeration")
    return left.enumeration === right.enumeration;
  if (left.kind !== "object" || right.kind !== "object") return true;
  return model.isKindOf(left.entity, right.entity) || model.isKindOf(right.entity, left.entity);
}

function operation(overload: OperatorOverload, sides: Sides, context: CheckContext): TypedNode {
  const { node, known } = sides;
  const left = overload.left === "decimal" ? toDecimal(sides.left) : sides.left;
  const right = overload.right === "decimal" ? toDecimal(sides.right) : sides.right;
  const result: TypedNode = {
    kind: "operation",
    type: { kind: overload.result },
    range: node,
    operator: node.operator,
    overload,
    left,
    right,
  };
  if (overload.needsValues) for (const side of [left, right]) warnIfEmpty(side, { sides, known, context });
  if (context.isConstant(sides.left) && context.isConstant(sides.right)) context.markConstant(result);
  if (node.operator === "and") {
    context.setFacts(result, conjunctionFacts(context.factsOf(left), context.factsOf(right)));
  }
  if (node.operator === "or") {
    context.setFacts(result, disjunctionFacts(context.factsOf(left), context.factsOf(right)));
  }
  return result;
}

interface Suspicion {
  readonly sides: Sides;
  readonly known: KnownPaths;
  readonly context: CheckContext;
}

function warnIfEmpty(side: TypedNode, { sides: { node }, known, context }: Suspicion): void {
  if (!canBeEmpty(side, known)) return;
  const text = context.textOf(side.range);
  const message = `${text} can be empty, and then '${node.operator}' fails: check ${text} != empty first.`;
  const edits = [
    { from: node.from, to: node.from, insert: `(${text} != empty and ` },
    { from: node.to, to: node.to, insert: ")" },
  ];
  const fix = isComparison(node.operator) ? { label: "Check for empty first", edits } : undefined;
  context.warning("possibly-empty", side.range, { message, fix });
}

interface Outcome {
  readonly type: ExpressionType;
  readonly context: CheckContext;
}

function wrongOperand(sides: Sides, { type, context }: Outcome): UnusableTyped {
  const { node, left, right } = sides;
  if (node.operator === "+" && (left.type.kind === "string" || right.type.kind === "string")) {
    return notText(left.type.kind === "string" ? right : left, { type: { kind: "string" }, context });
  }
  if (node.operator === "=" || node.operator === "!=") return notComparable(sides, { type, context });
  const overloads = operatorRow(node.operator).overloads;
  const culprit = overloads.some((row) => row.left === left.type.kind) ? right : left;
  const message = `${wants(node.operator)}, and this is ${describeType(culprit.type)}.`;
  return context.unusable("wrong-operand", culprit.range, { message, type });
}

function wants(operator: BinarySpelling): string {
  if (operator === "and" || operator === "or") return `'${operator}' joins two Booleans`;
  if (isComparison(operator)) return `'${operator}' compares numbers or dates of the same type`;
  return operator === "+" ? "'+' adds numbers or joins text" : `'${operator}' takes numbers`;
}

function notText(culprit: TypedNode, { type, context }: Outcome): UnusableTyped {
  const canConvert = ["boolean", "dateTime", "enumeration"].includes(culprit.type.kind);
  const way = canConvert ? " Use toString()." : "";
  const message = `${capital(describeType(culprit.type))} cannot be joined to text.${way}`;
  const fix = canConvert ? wrapFix("toString", culprit.range) : undefined;
  return context.unusable("wrong-operand", culprit.range, { message, fix, type });
}

function notComparable({ node, left, right }: Sides, { type, context }: Outcome): UnusableTyped {
  const isListCompared = left.type.kind === "list" || right.type.kind === "list";
  const hint = isListCompared
    ? " A list can be compared with empty; for more use the list operation Equals."
    : "";
  const message = `${capital(describeType(left.type))} cannot be compared with ${describeType(right.type)}.${hint}`;
  const fix = keyFix(left, right, context) ?? keyFix(right, left, context);
  return context.unusable("wrong-operand", node, { message, fix, type });
}

/** `$Order/Status = 'Open'`: the key is meant. */
function keyFix(value: TypedNode, text: TypedNode, { scope }: CheckContext) {
  if (value.type.kind !== "enumeration" || text.kind !== "literal" || typeof text.value !== "string") return;
  const { enumeration } = value.type;
  if (!scope.model.enumeration(enumeration)?.values.some(({ name }) => name === text.value)) return;
  const insert = `${enumeration}.${text.value}`;
  const { from, to } = text.range;
  return { label: `Use ${insert}`, edits: [{ from, to, insert }] };
}
