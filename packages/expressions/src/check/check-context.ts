import type { ExpressionScope } from "../expression-scope.ts";
import { expressionLimits } from "../limits.ts";
import type { CheckProblemCode, ExpressionFix, ExpressionProblem } from "../problem.ts";
import type { TextRange } from "../syntax/node.ts";
import { type ExpressionType, unknownType } from "../typed/expression-type.ts";
import type { TypedNode, UnusableTyped } from "../typed/typed-node.ts";
import { type Facts, noFacts } from "./facts.ts";

/** What a finding says besides its code and place. */
export interface Finding {
  readonly message: string;
  readonly fix?: ExpressionFix | undefined;
}

/** What one check shares: the text, the scope, what was found, and what is known about parts of the expression. */
export class CheckContext {
  readonly text: string;
  readonly scope: ExpressionScope;
  readonly problems: ExpressionProblem[] = [];
  /** Whether a function was found that asks the engine for regular expressions. */
  needsPatterns = false;
  readonly #facts = new Map<TypedNode, Facts>();
  readonly #constants = new Set<TypedNode>();

  constructor(text: string, scope: ExpressionScope) {
    this.text = text;
    this.scope = scope;
  }

  textOf({ from, to }: TextRange): string {
    return this.text.slice(from, to);
  }

  error(code: CheckProblemCode, range: TextRange, finding: Finding): void {
    this.#report("error", { code, range, finding });
  }

  warning(code: CheckProblemCode, range: TextRange, finding: Finding): void {
    this.#report("warning", { code, range, finding });
  }

  #report(
    severity: ExpressionProblem["severity"],
    { code, range, finding }: { code: CheckProblemCode; range: TextRange; finding: Finding },
  ): void {
    if (this.problems.length >= expressionLimits.problems) return;
    const { message, fix } = finding;
    const { from, to } = range;
    this.problems.push({ code, from, to, severity, message, ...(fix && { fix }) });
  }

  /** Reports an error and gives the node that takes the place of what cannot be used. */
  unusable(
    code: CheckProblemCode,
    range: TextRange,
    finding: Finding & { readonly type?: ExpressionType },
  ): UnusableTyped {
    this.error(code, range, finding);
    return { kind: "unusable", type: finding.type ?? unknownType, range };
  }

  /** What holds when a condition is true, and when it is false. */
  factsOf(node: TypedNode): Facts {
    return this.#facts.get(node) ?? noFacts;
  }

  setFacts(node: TypedNode, facts: Facts): void {
    this.#facts.set(node, facts);
  }

  /** Whether a node has the same value whenever it is evaluated. */
  isConstant(node: TypedNode): boolean {
    return node.kind === "literal" || this.#constants.has(node);
  }

  markConstant(node: TypedNode): void {
    this.#constants.add(node);
  }
}
