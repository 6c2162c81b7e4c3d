import type { Value } from "@rivulet/values";
import type { Evaluator } from "../evaluator.ts";
import { Operand } from "../operand.ts";
import type { OperationTyped, TypedNode } from "../typed/typed-node.ts";
import type { CompileOperand } from "./compile.ts";

/** Chains up to this length become closures inside each other; longer ones would be deeper than the stack. */
const longestNested = 64;

function place({ operator, range, left, right }: OperationTyped) {
  return { operator, from: range.from, to: range.to, left: left.range, right: right.range };
}

/** Operators that follow each other on the left side: `1 + 2 + 3`. */
export function compileChain(node: OperationTyped, compileOperand: CompileOperand): Evaluator {
  const chain: OperationTyped[] = [];
  let innermost: TypedNode = node;
  for (; innermost.kind === "operation"; innermost = innermost.left) chain.push(innermost);
  const first = compileOperand(innermost);
  const links = chain.toReversed();
  if (links.length > longestNested) return compileLong(first, links, compileOperand);
  const operation = (left: Operand, link: OperationTyped): Evaluator =>
    link.overload.evaluate(left, compileOperand(link.right), place(link));
  const [innermostLink, ...outer] = links as [OperationTyped, ...OperationTyped[]];
  return outer.reduce(
    (left, link) => operation(Operand.computed(left), link),
    operation(first, innermostLink),
  );
}

/** One operator after the other, each taking what the one before it left. */
function compileLong(
  first: Operand,
  links: readonly OperationTyped[],
  compileOperand: CompileOperand,
): Evaluator {
  let result: Value = null;
  const takeResult = Operand.computed(() => result);
  const steps = links.map((link) =>
    link.overload.evaluate(takeResult, compileOperand(link.right), place(link)),
  );
  return (frame) => {
    result = first.valueIn(frame);
    for (const step of steps) result = step(frame);
    return result;
  };
}
