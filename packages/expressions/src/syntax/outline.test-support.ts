import { unreachable } from "@rivulet/values";
import type { ExpressionNode } from "./node.ts";

/** A tree in one line, for tests: `(+ 1 $a/B)`; `?` is a missing part, doubled parentheses mark written ones. */
export function outline(node: ExpressionNode): string {
  let text = outlineBare(node);
  for (let pair = 0; pair < node.parentheses; pair += 1) text = `((${text}))`;
  return text;
}

function outlineBare(node: ExpressionNode): string {
  switch (node.kind) {
    case "missing":
      return "?";
    case "string":
      return `'${node.value}'`;
    case "number":
      return node.text;
    case "boolean":
      return String(node.value);
    case "empty":
      return "empty";
    case "name":
      return node.name;
    case "constant":
      return `@${node.name}`;
    case "placeholder":
      return `[%${node.name}%]`;
    case "variable":
      return [`$${node.name}`, ...node.steps.map((step) => step.name)].join("/");
    case "call":
      return `(${[node.name, ...node.arguments.map(outline)].join(" ")})`;
    case "if":
      return `(if ${outline(node.condition)} ${outline(node.whenTrue)} ${outline(node.whenFalse)})`;
    case "unary":
      return `(- ${outline(node.operand)})`;
    case "binary":
      return `(${node.operator} ${outline(node.left)} ${outline(node.right)})`;
    default:
      return unreachable(node);
  }
}
