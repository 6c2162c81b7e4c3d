import type { Value } from "@rivulet/values";
import type { Evaluator } from "../evaluator.ts";
import type { OperationTyped, TypedNode } from "../typed/typed-node.ts";
import type { CompileNode } from "./compile.ts";

/** Chains up to this length become closures inside each other; longer ones would be deeper than the stack. */
const longestNested = 64;

function place({ operator, range, left, right }: OperationTyped) {
  return { operator, from: range.from, to: range.to, left: left.range, right: right.range };
}

/** Operators that follow each other on the left side: `1 + 2 + 3`. */
export function compileChain(node: OperationTyped, compileNode: CompileNode): Evaluator {
  const chain: OperationTyped[] = [];
  let innermost: TypedNode = node;
  for (; innermost.kind === "operation"; innermost = innermost.left) chain.push(innermost);
  const first = compileNode(innermost);
  const links = chain.toReversed();
  if (links.length > longestNested) return compileLong(first, links, compileNode);
  return links.reduce(
    (left, link) => link.overload.evaluate(left, compileNode(link.right), place(link)),
    first,
  );
}

/** One operator after the other, each taking what the one before it left. */
function compileLong(
  first: Evaluator,
  links: readonly OperationTyped[],
  compileNode: CompileNode,
): Evaluator {
  let result: Value = null;
  const takeResult = () => result;
  const steps = links.map((link) => link.overload.evaluate(takeResult, compileNode(link.right), place(link)));
  return (frame) => {
    result = first(frame);
    for (const step of steps) result = step(frame);
    return result;
  };
}
