import type { ExpressionNode } from "./node.ts";

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case "call":
      return node.arguments;
    case "if":
      return [node.condition, node.whenTrue, node.whenFalse];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    default:
      return [];
  }
}

/**
 * All nodes of a tree, each before those inside it, from left to right. Trees may be deeper than the stack, so none
 * of this is recursion.
 */
export function* walk(root: ExpressionNode): Generator<ExpressionNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node).toReversed());
  }
}
