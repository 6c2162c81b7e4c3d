import { type DataType, decimalFromInteger, type Integer } from "@rivulet/values";
import type { ExpressionFix } from "../problem.ts";
import { describeType, isAssignable } from "../typed/expression-type.ts";
import type { TypedNode } from "../typed/typed-node.ts";
import type { CheckContext } from "./check-context.ts";
import { wrapFix } from "./suggestion.ts";

const decimalType: DataType = { kind: "decimal" };

/** The node as a Decimal: written numbers become one here, so that nothing is converted at run time. */
export function toDecimal(node: TypedNode): TypedNode {
  const { range } = node;
  if (node.type.kind !== "integer") return node;
  if (node.kind === "literal") {
    const value = node.value === null ? null : decimalFromInteger(node.value as Integer);
    return { kind: "literal", type: decimalType, range, value };
  }
  if (node.kind === "if") {
    const whenTrue = toDecimal(node.whenTrue);
    const whenFalse = toDecimal(node.whenFalse);
    return { ...node, type: decimalType, whenTrue, whenFalse };
  }
  return { kind: "toDecimal", type: decimalType, range, operand: node };
}

/** The value of a two-valued enumeration that says yes or no, however it is written: `_TRUE`, `True`. */
function valueSaying(answer: "true" | "false", values: readonly { readonly name: string }[]) {
  return values.find(({ name }) => name.replaceAll("_", "").toLowerCase() === answer)?.name;
}

/** Some enumerations are a Boolean that can be empty: each of its two values becomes one of theirs. */
function asEnumeration(
  node: TypedNode,
  wanted: DataType,
  { scope }: CheckContext,
): ExpressionFix | undefined {
  if (wanted.kind !== "enumeration" || node.type.kind !== "boolean") return undefined;
  const { enumeration } = wanted;
  const { values = [] } = scope.model.enumeration(enumeration) ?? {};
  const [yes, no] = [valueSaying("true", values), valueSaying("false", values)];
  if (values.length !== 2 || yes === undefined || no === undefined) return undefined;
  const { from, to } = node.range;
  const [open, close] = node.kind === "if" ? ["(", ")"] : ["", ""];
  const edits = [
    { from, to: from, insert: `if ${open}` },
    { from: to, to, insert: `${close} then ${enumeration}.${yes} else ${enumeration}.${no}` },
  ];
  return { label: `Convert to ${enumeration.split(".").at(-1)}`, edits };
}

/** Reports that a value of another type stands where `wanted` is expected. */
function reportWrongType(node: TypedNode, wanted: DataType, context: CheckContext): void {
  const { type, range } = node;
  if (wanted.kind === "integer" && type.kind === "decimal") {
    const message =
      "A whole number is expected here, and this is a Decimal: say with round, floor or ceil how to make it whole.";
    return context.error("not-a-whole-number", range, { message, fix: wrapFix("round", range) });
  }
  const canBeText = type.kind !== "object" && type.kind !== "list" && type.kind !== "binary";
  const isTextWanted = wanted.kind === "string" && canBeText;
  const message = `${capital(describeType(wanted))} is expected here, and this is ${describeType(type)}.`;
  context.error("wrong-type", range, {
    message: isTextWanted ? `${message} Use toString().` : message,
    fix: isTextWanted ? wrapFix("toString", range) : asEnumeration(node, wanted, context),
  });
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The node as a value of type `wanted`: an Integer becomes a Decimal, anything else must fit as it is. */
export function convert(node: TypedNode, wanted: DataType, context: CheckContext): TypedNode {
  if (wanted.kind === "decimal" && node.type.kind === "integer") return toDecimal(node);
  if (isAssignable(node.type, wanted, context.scope.model)) {
    return node.type.kind === "empty" ? { ...node, type: wanted } : node;
  }
  reportWrongType(node, wanted, context);
  return { kind: "unusable", type: wanted, range: node.range };
}
