import { type AssociationShape, type DataType, oppositeEnd, seesOne } from "@rivulet/values";
import type { ExpressionScope } from "../expression-scope.ts";
import type { Token } from "../syntax/token.ts";
import { editedTokens } from "./edited-tokens.ts";

/** A text that is offered as a whole, and what it is. */
export interface SuggestedText {
  readonly text: string;
  readonly detail: string;
}

/** What stands around an expression while it is written. */
export interface ExpressionSurroundings {
  readonly scope: ExpressionScope;
  /** The types that fit, the preferred one first; empty when any does. */
  readonly expected: readonly DataType[];
  /** Texts that are likely to be meant: names of tables, for example. */
  readonly texts?: readonly SuggestedText[] | undefined;
}

/** What belongs at a place of a text; names are cut at that place. */
export type ExpressionPlace = { readonly from: number } & (
  | { readonly kind: "text"; readonly name: string }
  /** `$na`: without the `$`. */
  | { readonly kind: "variable"; readonly name: string }
  /** `$order/na`: the entity at which one stands, if it can be told. */
  | { readonly kind: "member"; readonly entity: string | undefined; readonly name: string }
  /** `Module.na`, `Module.Enumeration.na`. */
  | { readonly kind: "qualifiedName"; readonly name: string }
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "placeholder"; readonly name: string }
  /** A bare word, or nothing yet. */
  | { readonly kind: "operand"; readonly name: string }
  /** Behind an operand: an operator belongs here. */
  | { readonly kind: "operator" }
);

const operands: ReadonlySet<Token["kind"]> = new Set([
  "number",
  "string",
  "qualifiedName",
  "variable",
  "constant",
  "placeholder",
  "step",
  "word",
]);

function endsOperand(token: Token | undefined): boolean {
  if (!token) return false;
  const isWord = token.kind === "keyword" && /^(?:true|false|empty)$/.test(token.text);
  return operands.has(token.kind) || token.text === ")" || isWord;
}

function isOpenText({ kind, text }: Token): boolean {
  return kind === "string" && (text.length === 1 || (text.split("'").length - 1) % 2 === 1);
}

/** The entity at the other end of an association, where one object is seen. */
function across(
  association: AssociationShape,
  entity: string,
  { model }: ExpressionScope,
): string | undefined {
  const end = model.isKindOf(entity, association.owner) ? "owner" : "target";
  return seesOne(association, end) ? association[oppositeEnd(end)] : undefined;
}

/** The entity where a path stands before its last step. */
function entityBefore(tokens: readonly Token[], scope: ExpressionScope): string | undefined {
  const start = tokens.findLastIndex(({ kind }) => kind === "variable");
  const variable = scope.variable(tokens[start]?.text.slice(1) ?? "");
  let entity = variable?.type.kind === "object" ? variable.type.entity : undefined;
  for (const { kind, text } of tokens.slice(start + 1)) {
    if (kind !== "step") continue;
    const name = text.slice(1);
    const association = scope.model.association(name);
    if (association && entity !== undefined) entity = across(association, entity, scope);
    else if (scope.model.shape(name)) entity = name;
    else return undefined;
  }
  return entity;
}

/**
 * What is being written at a place of a text. What stands behind the place is not looked at.
 *
 * @example placeAt("$Order/To", 9, scope) // { kind: "member", entity: "Sales.Order", name: "To", from: 7 }
 */
export function placeAt(text: string, at: number, scope: ExpressionScope): ExpressionPlace {
  const tokens = editedTokens.before(text, at);
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (!last || last.to < at) {
    if (last?.kind === "slash")
      return { kind: "member", entity: entityBefore(tokens, scope), name: "", from: at };
    return endsOperand(last) ? { kind: "operator", from: at } : { kind: "operand", name: "", from: at };
  }
  const { kind, text: written, from } = last;
  switch (kind) {
    case "string":
      return isOpenText(last) ? { kind: "text", name: written, from } : { kind: "operator", from: at };
    case "variable":
      return { kind, name: written.slice(1), from };
    case "constant":
      return { kind, name: written.slice(1), from };
    case "placeholder":
      return { kind, name: written.replace(/^\[%?/, ""), from };
    case "step":
      return {
        kind: "member",
        entity: entityBefore(tokens.slice(0, -1), scope),
        name: written.slice(1),
        from: from + 1,
      };
    case "slash":
      return { kind: "member", entity: entityBefore(tokens.slice(0, -1), scope), name: "", from: at };
    case "qualifiedName":
      return { kind, name: written, from };
    case "word":
    case "keyword":
      return endsOperand(before) ? { kind: "operator", from } : { kind: "operand", name: written, from };
    case "number":
    case "doubleQuoted":
      return { kind: "text", name: written, from };
    default:
      return written === ")" ? { kind: "operator", from: at } : { kind: "operand", name: "", from: at };
  }
}
