import { type DataType, formatDataType } from "@rivulet/values";
import type { ModelLookup } from "../model-lookup.ts";

/**
 * The type of a part of an expression: a type of the language, that of the word `empty`, or `unknown` where a
 * problem was found before, so that nothing is said twice.
 */
export type ExpressionType = DataType | { readonly kind: "empty" } | { readonly kind: "unknown" };

/** The name of each kind of type. */
export type TypeKind = ExpressionType["kind"];

export const unknownType: ExpressionType = { kind: "unknown" };
export const emptyType: ExpressionType = { kind: "empty" };

/** A type for people: `String`, `Enumeration(Sales.Status)`, `empty`. */
export function formatExpressionType(type: ExpressionType): string {
  return type.kind === "empty" || type.kind === "unknown" ? type.kind : formatDataType(type);
}

/** With its article, for sentences: `an Integer`. */
export function describeType(type: ExpressionType): string {
  if (type.kind === "empty" || type.kind === "nothing") return type.kind;
  const text = formatExpressionType(type);
  return `${/^[AEIO]/.test(text) ? "an" : "a"} ${text}`;
}

/** Whether a value of type `given` can stand where `wanted` is expected as it is, without conversion. */
export function isAssignable(given: ExpressionType, wanted: DataType, model: ModelLookup): boolean {
  if (given.kind === "unknown" || given.kind === "empty") return true;
  if (given.kind !== wanted.kind) return false;
  if (given.kind === "enumeration" && wanted.kind === "enumeration") {
    return given.enumeration === wanted.enumeration;
  }
  const hasEntities = "entity" in given && "entity" in wanted;
  return !hasEntities || model.isKindOf(given.entity, wanted.entity);
}
