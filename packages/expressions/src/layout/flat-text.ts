import { unreachable } from "@rivulet/values";
import type { BinaryNode, ExpressionNode } from "../syntax/node.ts";

/** An operator with the operand behind it. */
export interface ChainLink {
  readonly operator: string;
  readonly operand: ExpressionNode;
}

/** `a + b - c`: the first operand and what follows it. */
export interface OperatorChain {
  readonly first: ExpressionNode;
  readonly links: readonly ChainLink[];
}

/**
 * Takes a chain of operators apart as far as `belongs` says; chains are left-deep and can be long, so this is a loop.
 * What stands in parentheses is an operand of its own.
 */
export function chainOf(root: BinaryNode, belongs: (node: BinaryNode) => boolean): OperatorChain {
  const links: ChainLink[] = [{ operator: root.operator, operand: root.right }];
  let first = root.left;
  while (first.kind === "binary" && first.parentheses === 0 && belongs(first)) {
    links.push({ operator: first.operator, operand: first.right });
    first = first.left;
  }
  return { first, links: links.reverse() };
}

function bareText(node: ExpressionNode, textOf: (node: ExpressionNode) => string): string {
  switch (node.kind) {
    case "missing":
      return "";
    case "string":
      return `'${node.value.replaceAll("'", "''")}'`;
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
      return [`$${node.name}`, ...node.steps.map(({ name }) => name)].join("/");
    case "call":
      return `${node.name}(${node.arguments.map(textOf).join(", ")})`;
    case "if":
      return `if ${textOf(node.condition)} then ${textOf(node.whenTrue)} else ${textOf(node.whenFalse)}`;
    case "unary":
      return `-${textOf(node.operand)}`;
    case "binary": {
      const { first, links } = chainOf(node, () => true);
      return links.reduce(
        (text, { operator, operand }) => `${text} ${operator} ${textOf(operand)}`,
        textOf(first),
      );
    }
    default:
      return unreachable(node);
  }
}

/** The text of nodes in one line, with one space where one belongs; each node's is made once. */
export class FlatTexts {
  readonly #texts = new Map<ExpressionNode, string>();

  of = (node: ExpressionNode): string => {
    const known = this.#texts.get(node);
    if (known !== undefined) return known;
    const bare = bareText(node, this.of);
    const text = `${"(".repeat(node.parentheses)}${bare}${")".repeat(node.parentheses)}`;
    this.#texts.set(node, text);
    return text;
  };
}
