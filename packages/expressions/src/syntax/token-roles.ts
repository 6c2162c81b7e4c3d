import { bindingPowers } from "../operators/binding-power.ts";
import type { BinarySpelling } from "./node.ts";
import type { Token, TokenKind } from "./token.ts";

const operandKinds: ReadonlySet<TokenKind> = new Set([
  "number",
  "string",
  "doubleQuoted",
  "word",
  "qualifiedName",
  "variable",
  "constant",
  "placeholder",
]);
const operandKeywords = new Set(["if", "true", "false", "empty"]);
const operandSymbols = new Set(["(", "-"]);

/** Whether an operand can start with this token. */
export function startsOperand(token: Token): boolean {
  if (token.kind === "keyword") return operandKeywords.has(token.text);
  if (token.kind === "symbol") return operandSymbols.has(token.text);
  return operandKinds.has(token.kind);
}

/** The binary operator that the token is; a loose slash counts as the division that its writer meant. */
export function infixOperator(token: Token): BinarySpelling | undefined {
  if (token.kind === "slash") return "div";
  const canBeOperator = token.kind === "symbol" || token.kind === "keyword";
  return canBeOperator && Object.hasOwn(bindingPowers, token.text)
    ? (token.text as BinarySpelling)
    : undefined;
}

/** What ends an operand when somebody waits for it. */
export type Closer = ")" | "," | "then" | "else";

const closers: ReadonlySet<string> = new Set<Closer>([")", ",", "then", "else"]);

/** The closer that the token is. */
export function closerOf(token: Token): Closer | undefined {
  const canClose = token.kind === "symbol" || token.kind === "keyword";
  return canClose && closers.has(token.text) ? (token.text as Closer) : undefined;
}

/** Whether the token has no meaning anywhere in an expression. */
export function isMeaningless(token: Token): boolean {
  return token.kind === "unknown" || token.text === "[" || token.text === "]" || token.kind === "step";
}
