import type { ExpressionProblem } from "../problem.ts";
import { type ExpressionNode, span } from "./node.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import type { Token } from "./token.ts";

/** A text is closed when its quotes are even in number, since a quote inside it is written twice. */
function isClosed(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

function textBetweenQuotes(text: string): string {
  return text.slice(1, isClosed(text) ? -1 : undefined).replaceAll("''", "'");
}

/** The node of an operand that is one token. */
export function leafNode(token: Token): ExpressionNode {
  const range = span(token, token);
  switch (token.kind) {
    case "number":
      return { kind: "number", text: token.text, ...range };
    case "string":
      return { kind: "string", value: textBetweenQuotes(token.text), ...range };
    case "doubleQuoted":
      return { kind: "string", value: token.text.replace(/^"|"$/g, ""), ...range };
    case "constant":
      return { kind: "constant", name: token.text.slice(1), ...range };
    case "placeholder":
      return { kind: "placeholder", name: token.text.replace(/^\[%|%?\]?$/g, ""), ...range };
    case "keyword":
      if (token.text === "empty") return { kind: "empty", ...range };
      return { kind: "boolean", value: token.text === "true", ...range };
    default:
      return { kind: "name", name: token.text, ...range };
  }
}

/** What is wrong with a token by itself, wherever it stands. */
export function problemsOfLeaf(token: Token): ExpressionProblem[] {
  switch (token.kind) {
    case "string":
      return isClosed(token.text) ? [] : [syntaxProblem.textOpen(token)];
    case "doubleQuoted":
      return [syntaxProblem.doubleQuotes(token)];
    case "placeholder":
      return /^\[%\w+%\]$/.test(token.text) ? [] : [syntaxProblem.placeholderOpen(token)];
    case "variable":
      if (token.text !== "$") return [];
      return [syntaxProblem.nameIncomplete(token, "The name of a variable is missing after '$'.")];
    case "constant":
      if (/^@\w+\.\w+$/.test(token.text)) return [];
      return [
        syntaxProblem.nameIncomplete(token, "A constant is written with its module: @Module.Constant."),
      ];
    case "qualifiedName":
    case "step":
      if (!token.text.endsWith(".")) return [];
      return [syntaxProblem.nameIncomplete(token, "A name is missing after the dot.")];
    default:
      return [];
  }
}
