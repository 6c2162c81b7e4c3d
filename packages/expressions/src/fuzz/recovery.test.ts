import { expect, test } from "vitest";
import type { ExpressionNode } from "../syntax/node.ts";
import { outline } from "../syntax/outline.test-support.ts";
import { parse } from "../syntax/parser.ts";
import { walk } from "../syntax/walk.ts";
import { generateText } from "./generate-text.test-support.ts";
import { Random } from "./random.test-support.ts";

/** An operand that can be blanked out, and the node that it is an operand of. */
interface Operand {
  readonly node: ExpressionNode;
  readonly isLegalWithout: boolean;
}

/** `f()` is legal without its only argument, and so is `- 1` without what stood before the minus. */
function operandsOf(node: ExpressionNode): Operand[] {
  switch (node.kind) {
    case "call":
      return node.arguments.map((argument) => ({
        node: argument,
        isLegalWithout: node.arguments.length === 1,
      }));
    case "if":
      return [node.condition, node.whenTrue, node.whenFalse].map((part) => ({
        node: part,
        isLegalWithout: false,
      }));
    case "unary":
      return [{ node: node.operand, isLegalWithout: false }];
    case "binary":
      return [
        { node: node.left, isLegalWithout: node.operator === "-" },
        { node: node.right, isLegalWithout: false },
      ];
    default:
      return [];
  }
}

function replaced(root: ExpressionNode, target: ExpressionNode): ExpressionNode {
  if (root === target) return { kind: "missing", from: 0, to: 0, parentheses: 0 };
  switch (root.kind) {
    case "call":
      return { ...root, arguments: root.arguments.map((argument) => replaced(argument, target)) };
    case "if": {
      const [condition, whenTrue, whenFalse] = [root.condition, root.whenTrue, root.whenFalse];
      return {
        ...root,
        condition: replaced(condition, target),
        whenTrue: replaced(whenTrue, target),
        whenFalse: replaced(whenFalse, target),
      };
    }
    case "unary":
      return { ...root, operand: replaced(root.operand, target) };
    case "binary":
      return { ...root, left: replaced(root.left, target), right: replaced(root.right, target) };
    default:
      return root;
  }
}

test("an operand blanked out anywhere leaves the tree with a hole, 99 times of 100", () => {
  const random = new Random(42);
  let total = 0;
  const broken: string[] = [];
  while (total < 5_000) {
    const text = generateText(random, 3);
    const { ast } = parse(text);
    const operands = [...walk(ast)].flatMap(operandsOf).filter(({ isLegalWithout }) => !isLegalWithout);
    for (const { node } of operands) {
      const blanked = text.slice(0, node.from) + " ".repeat(node.to - node.from) + text.slice(node.to);
      total += 1;
      if (outline(parse(blanked).ast) !== outline(replaced(ast, node))) broken.push(blanked);
    }
  }
  expect({ rate: broken.length / total <= 0.01, broken: broken.slice(0, 5) }).toMatchObject({ rate: true });
});

test("a blanked operand is one problem, at its place", () => {
  const random = new Random(43);
  let total = 0;
  let single = 0;
  while (total < 2_000) {
    const text = generateText(random, 3);
    const { ast } = parse(text);
    for (const { node, isLegalWithout } of [...walk(ast)].flatMap(operandsOf)) {
      if (isLegalWithout) continue;
      total += 1;
      const { problems } = parse(
        text.slice(0, node.from) + " ".repeat(node.to - node.from) + text.slice(node.to),
      );
      if (problems.length === 1) single += 1;
    }
  }
  expect(single / total).toBeGreaterThan(0.98);
});
