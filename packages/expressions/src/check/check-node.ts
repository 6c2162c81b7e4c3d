import { decimalFromText, integerFromText, unreachable } from "@rivulet/values";
import { functionRow } from "../functions/function-table.ts";
import { placeholderRow, placeholderTable, variablePlaceholders } from "../placeholders/placeholder-table.ts";
import type {
  BinaryNode,
  ConstantNode,
  ExpressionNode,
  IfNode,
  NameNode,
  NumberNode,
  PlaceholderNode,
  UnaryNode,
} from "../syntax/node.ts";
import {
  describeType,
  type ExpressionType,
  emptyType,
  isAssignable,
  unknownType,
} from "../typed/expression-type.ts";
import type { TypedNode } from "../typed/typed-node.ts";
import { checkCall } from "./check-call.ts";
import type { CheckContext } from "./check-context.ts";
import { checkOperation } from "./check-operation.ts";
import { checkPath, checkVariable } from "./check-path.ts";
import { toDecimal } from "./conversion.ts";
import { canBeEmpty, type KnownPaths, union } from "./facts.ts";
import { closestName, suggestion } from "./suggestion.ts";

/** Gives every part of an expression its type and reports what is wrong; `known` are paths that hold a value here. */
export function checkNode(node: ExpressionNode, context: CheckContext, known: KnownPaths): TypedNode {
  switch (node.kind) {
    case "missing":
      return { kind: "unusable", type: unknownType, range: node };
    case "string":
      return { kind: "literal", type: { kind: "string" }, range: node, value: node.value };
    case "boolean":
      return { kind: "literal", type: { kind: "boolean" }, range: node, value: node.value };
    case "empty":
      return { kind: "literal", type: emptyType, range: node, value: null };
    case "number":
      return checkNumber(node, node.text, context);
    case "name":
      return checkName(node, context);
    case "constant":
      return checkConstant(node, context);
    case "placeholder":
      return checkPlaceholder(node, context);
    case "variable":
      return checkPath(node, context);
    case "call": {
      const list = node.arguments.map((argument) => checkNode(argument, context, known));
      return checkCall(node, list, context);
    }
    case "if":
      return checkIf(node, context, known);
    case "unary":
      return checkNegation(node, context, known);
    case "binary":
      return checkChain(node, context, known);
    default:
      return unreachable(node);
  }
}

function checkNumber(range: NumberNode | UnaryNode, text: string, context: CheckContext): TypedNode {
  if (text.includes(".")) {
    const value = decimalFromText(text);
    if (value) return { kind: "literal", type: { kind: "decimal" }, range, value };
    const message = "This number has too many digits.";
    return context.unusable("integer-too-large", range, { message, type: { kind: "decimal" } });
  }
  const value = integerFromText(text);
  if (value !== undefined) return { kind: "literal", type: { kind: "integer" }, range, value };
  const message =
    "An Integer has at most 64 bits: write this number with a point at its end to make it a Decimal.";
  return context.unusable("integer-too-large", range, { message, type: { kind: "integer" } });
}

function checkName(node: NameNode, context: CheckContext): TypedNode {
  const { name } = node;
  if (name.endsWith(".")) return { kind: "unusable", type: unknownType, range: node };
  const lastDot = name.lastIndexOf(".");
  if (lastDot < 0) return unknownWord(node, context);
  const enumeration = name.slice(0, lastDot);
  const key = name.slice(lastDot + 1);
  const values = context.scope.model.enumeration(enumeration)?.values;
  if (!values) return unknownEnumeration(node, { enumeration, context });
  const type: ExpressionType = { kind: "enumeration", enumeration };
  if (values.some((value) => value.name === key)) return { kind: "literal", type, range: node, value: key };
  const keys = values.map((value) => `${enumeration}.${value.name}`);
  const { sentence, fix } = suggestion(node, closestName(name, keys));
  const message = `The enumeration ${enumeration} has no value ${key}.${sentence}`;
  return context.unusable("unknown-enumeration-value", node, { message, fix, type });
}

function unknownWord(node: NameNode, context: CheckContext): TypedNode {
  const { name } = node;
  if (context.scope.variable(name)) {
    const { fix } = suggestion(node, `$${name}`);
    const message = `A variable is written with a dollar sign: $${name}.`;
    return context.unusable("unknown-name", node, { message, fix });
  }
  const row = functionRow(name);
  const message = row
    ? `${name} is a function: write its arguments in parentheses behind it.`
    : `${name} means nothing here. Text stands in single quotes, a variable starts with $.`;
  return context.unusable("unknown-name", node, { message });
}

function unknownEnumeration(
  node: NameNode,
  { enumeration, context }: { readonly enumeration: string; readonly context: CheckContext },
): TypedNode {
  const { model } = context.scope;
  if (model.enumeration(node.name)) {
    const message = `Name one of the values of ${node.name}: ${node.name}.Value.`;
    return context.unusable("unknown-enumeration-value", node, { message });
  }
  const names = [...model.all("enumeration")].map(({ name }) => name);
  const close = closestName(enumeration, names);
  const { sentence, fix } = suggestion(node, close && `${close}${node.name.slice(enumeration.length)}`);
  const message = `There is no enumeration ${enumeration}.${sentence}`;
  return context.unusable("unknown-enumeration", node, { message, fix });
}

function checkConstant(node: ConstantNode, context: CheckContext): TypedNode {
  const { name } = node;
  if (!name.includes(".") || name.endsWith(".")) return { kind: "unusable", type: unknownType, range: node };
  const constant = context.scope.model.constant(name);
  if (constant) return { kind: "constant", type: constant.dataType, range: node, name };
  const names = [...context.scope.model.all("constant")].map((known) => `@${known.name}`);
  const { sentence, fix } = suggestion(node, closestName(`@${name}`, names));
  return context.unusable("unknown-constant", node, {
    message: `There is no constant ${name}.${sentence}`,
    fix,
  });
}

function checkPlaceholder(node: PlaceholderNode, context: CheckContext): TypedNode {
  const variable = variablePlaceholders.get(node.name);
  if (variable) return checkVariable(variable, node, context);
  const row = placeholderRow(node.name);
  if (row) return { kind: "placeholder", type: row.type, range: node, row };
  const names = [...placeholderTable.map(({ name }) => name), ...variablePlaceholders.keys()];
  const close = closestName(node.name, names);
  const { sentence, fix } = suggestion(node, close && `[%${close}%]`);
  const message = `There is no token [%${node.name}%] in expressions.${sentence}`;
  return context.unusable("unknown-token", node, { message, fix });
}

function checkIf(node: IfNode, context: CheckContext, known: KnownPaths): TypedNode {
  const condition = checkNode(node.condition, context, known);
  checkCondition(condition, context);
  const facts = context.factsOf(condition);
  const whenTrue = checkNode(node.whenTrue, context, union(known, facts.whenTrue));
  const whenFalse = checkNode(node.whenFalse, context, union(known, facts.whenFalse));
  const type = commonType(whenTrue.type, whenFalse.type, context);
  if (!type) {
    const message = `Both branches must have the same type: 'then' has ${describeType(whenTrue.type)}, 'else' has ${describeType(whenFalse.type)}.`;
    return context.unusable("branches-differ", node.whenFalse, { message });
  }
  const branches = { whenTrue, whenFalse };
  if (type.kind === "decimal") {
    return {
      kind: "if",
      type,
      range: node,
      condition,
      whenTrue: toDecimal(whenTrue),
      whenFalse: toDecimal(whenFalse),
    };
  }
  return { kind: "if", type, range: node, condition, ...branches };
}

function checkCondition(condition: TypedNode, context: CheckContext): void {
  const { type, range } = condition;
  if (type.kind === "boolean") return warnIfConstant(condition, context);
  if (type.kind === "unknown") return;
  const message = `The condition of 'if' is a Boolean, and this is ${describeType(type)}.`;
  context.error("wrong-type", range, { message });
}

function warnIfConstant(condition: TypedNode, context: CheckContext): void {
  if (!context.isConstant(condition)) return;
  const message = "This condition is always the same: nothing in it can change.";
  context.warning("constant-condition", condition.range, { message });
}

function isNumeric({ kind }: ExpressionType): boolean {
  return kind === "integer" || kind === "decimal";
}

function commonType(
  left: ExpressionType,
  right: ExpressionType,
  context: CheckContext,
): ExpressionType | undefined {
  if (left.kind === "unknown" || right.kind === "unknown") return left.kind === "unknown" ? right : left;
  if (left.kind === "empty") return right;
  if (right.kind === "empty") return left;
  if (isNumeric(left) && isNumeric(right) && left.kind !== right.kind) return { kind: "decimal" };
  const { model } = context.scope;
  if (isAssignable(left, right, model)) return right;
  return isAssignable(right, left, model) ? left : undefined;
}

function checkNegation(node: UnaryNode, context: CheckContext, known: KnownPaths): TypedNode {
  if (node.operand.kind === "number" && node.operand.parentheses === 0) {
    return checkNumber(node, `-${node.operand.text}`, context);
  }
  const operand = checkNode(node.operand, context, known);
  const { type, range } = operand;
  if (type.kind === "unknown") return { kind: "unusable", type, range: node };
  if (type.kind === "empty") {
    const message = "'-' needs a number behind it: empty is none.";
    return context.unusable("empty-operand", range, { message });
  }
  if (type.kind !== "integer" && type.kind !== "decimal") {
    const message = `'-' takes a number, and this is ${describeType(type)}.`;
    return context.unusable("wrong-operand", range, { message });
  }
  if (canBeEmpty(operand, known)) {
    const message = `${context.textOf(range)} can be empty, and then '-' fails: check for empty first.`;
    context.warning("possibly-empty", range, { message });
  }
  const negation: TypedNode = { kind: "negation", type, range: node, operand };
  if (context.isConstant(operand)) context.markConstant(negation);
  return negation;
}

/** A chain of operators, from its innermost left side outwards: chains may be longer than the stack is deep. */
function checkChain(node: BinaryNode, context: CheckContext, known: KnownPaths): TypedNode {
  const chain: BinaryNode[] = [];
  let innermost: ExpressionNode = node;
  for (; innermost.kind === "binary"; innermost = innermost.left) chain.push(innermost);
  let left = checkNode(innermost, context, known);
  for (const link of chain.toReversed()) {
    const right = checkNode(link.right, context, knownOnTheRight(link, { left, known, context }));
    if (link.operator === "and" || link.operator === "or") {
      warnIfConstant(left, context);
      warnIfConstant(right, context);
    }
    left = checkOperation({ node: link, left, right, known }, context);
  }
  return left;
}

interface LeftSide {
  readonly left: TypedNode;
  readonly known: KnownPaths;
  readonly context: CheckContext;
}

function knownOnTheRight({ operator }: BinaryNode, { left, known, context }: LeftSide): KnownPaths {
  if (operator === "and") return union(known, context.factsOf(left).whenTrue);
  return operator === "or" ? union(known, context.factsOf(left).whenFalse) : known;
}
