import { expressionLimits } from "../limits.ts";
import { bindingPowers, unaryMinusPower } from "../operators/binding-power.ts";
import type { ExpressionProblem } from "../problem.ts";
import { leafNode, problemsOfLeaf } from "./leaf.ts";
import { type CallNode, type ExpressionNode, type PathStep, span } from "./node.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import type { Token } from "./token.ts";
import { TokenReader } from "./token-reader.ts";
import { infixOperator, startsOperand } from "./token-roles.ts";

/** What {@link parse} returns. */
export interface ParsedExpression {
  readonly text: string;
  readonly ast: ExpressionNode;
  /** In the order in which they were found; empty for a valid text. */
  readonly problems: readonly ExpressionProblem[];
  /** Operands that were skipped, as trees, so that completion and hover work inside them. */
  readonly extra: readonly ExpressionNode[];
}

/**
 * A tolerant Pratt parser: the tree of a broken text is the tree of the whole one with `missing` in the holes, and
 * skipped text is kept apart in `extra` (design and measurements: reference expressions-spike.md).
 */
export class Parser {
  readonly #tokens: TokenReader;
  readonly #extra: ExpressionNode[] = [];
  #depth = 0;

  constructor(text: string) {
    this.#tokens = new TokenReader(text);
  }

  /** How often a token was looked at: the measure of the work. */
  get looks(): number {
    return this.#tokens.looks;
  }

  parse(text: string): ParsedExpression {
    const ast = this.#expression(0);
    return { text, ast, problems: this.#tokens.problems, extra: this.#extra };
  }

  #expression(minimumPower: number): ExpressionNode {
    let left = this.#operand();
    for (;;) {
      const token = this.#tokens.current;
      const operator = infixOperator(token);
      if (operator) {
        const power = bindingPowers[operator];
        if (power < minimumPower) return left;
        if (token.kind === "slash") this.#tokens.report(syntaxProblem.slashIsPath(token));
        this.#tokens.advance();
        const right = this.#expression(power + 1);
        const operatorRange = { from: token.from, to: token.to };
        left = { kind: "binary", operator, operatorRange, left, right, ...span(left, right) };
      } else if (this.#tokens.isAwaited(token)) {
        return left;
      } else {
        this.#skip(token);
      }
    }
  }

  /** Passes over what cannot stand here. An operand is still parsed, silently, into `extra`. */
  #skip(token: Token): void {
    const isOperand = startsOperand(token);
    this.#tokens.reportHere(
      isOperand ? syntaxProblem.operatorMissing(token) : syntaxProblem.unexpected(token),
    );
    if (!isOperand) return this.#tokens.skip();
    this.#tokens.silently(() => this.#extra.push(this.#operand()));
  }

  #operand(): ExpressionNode {
    while (this.#tokens.isJunk()) this.#skip(this.#tokens.current);
    const token = this.#tokens.current;
    if (!startsOperand(token)) return this.#missing();
    if (this.#depth >= expressionLimits.nesting) {
      this.#tokens.stop(syntaxProblem.nestingLimit(token));
      return this.#missing();
    }
    this.#depth += 1;
    const node = this.#operandAt(token);
    this.#depth -= 1;
    return node;
  }

  #operandAt(token: Token): ExpressionNode {
    switch (token.kind) {
      case "symbol":
        return token.text === "-" ? this.#unaryMinus(token) : this.#parenthesised(token);
      case "keyword":
        return token.text === "if" ? this.#ifThenElse(token) : this.#leaf(token);
      case "variable":
        return this.#variable(token);
      case "word":
      case "qualifiedName":
        return this.#nameOrCall(token);
      default:
        return this.#leaf(token);
    }
  }

  #missing(): ExpressionNode {
    const at = this.#tokens.placeOfMissing();
    this.#tokens.reportHere(syntaxProblem.operandMissing(this.#tokens.current, at));
    return { kind: "missing", from: at, to: at, parentheses: 0 };
  }

  #unaryMinus(token: Token): ExpressionNode {
    this.#tokens.advance();
    const operand = this.#expression(unaryMinusPower);
    return { kind: "unary", operand, ...span(token, operand) };
  }

  #parenthesised(open: Token): ExpressionNode {
    this.#tokens.advance();
    const inner = this.#tokens.awaiting([")"], () => this.#expression(0));
    const to = this.#closeParenthesis(open) ?? inner.to;
    return { ...inner, from: open.from, to: Math.max(to, open.to), parentheses: inner.parentheses + 1 };
  }

  /** The end of the closing parenthesis; when there is none, the problem stands at the opening one. */
  #closeParenthesis(open: Token): number | undefined {
    const token = this.#tokens.current;
    if (token.text === ")") {
      this.#tokens.advance();
      return token.to;
    }
    this.#tokens.reportUnlessHere(syntaxProblem.parenthesisOpen(open));
    return undefined;
  }

  #ifThenElse(token: Token): ExpressionNode {
    this.#tokens.advance();
    const condition = this.#tokens.awaiting(["then", "else"], () => this.#expression(0));
    this.#keyword("then");
    const whenTrue = this.#tokens.awaiting(["else"], () => this.#expression(0));
    this.#keyword("else");
    const whenFalse = this.#expression(0);
    return { kind: "if", condition, whenTrue, whenFalse, ...span(token, whenFalse) };
  }

  #keyword(text: "then" | "else"): void {
    if (this.#tokens.current.text === text) this.#tokens.advance();
    else this.#tokens.reportHere(syntaxProblem.keywordMissing(this.#tokens.current, text));
  }

  #leaf(token: Token): ExpressionNode {
    this.#tokens.advance();
    for (const problem of problemsOfLeaf(token)) this.#tokens.report(problem);
    return leafNode(token);
  }

  #variable(token: Token): ExpressionNode {
    this.#tokens.advance();
    for (const problem of problemsOfLeaf(token)) this.#tokens.report(problem);
    const steps: PathStep[] = [];
    for (let step = this.#step(); step; step = this.#step()) steps.push(step);
    const last = steps.at(-1) ?? token;
    const name = token.text.slice(1);
    return { kind: "variable", name, nameTo: token.to, steps, ...span(token, last) };
  }

  /** `/Name`, also with blanks around the slash; a slash before any other operand is meant as a division. */
  #step(): PathStep | undefined {
    const token = this.#tokens.current;
    if (token.kind === "step") {
      this.#tokens.advance();
      for (const problem of problemsOfLeaf(token)) this.#tokens.report(problem);
      return { name: token.text.slice(1), from: token.from + 1, to: token.to };
    }
    if (token.kind !== "slash") return undefined;
    const next = this.#tokens.next;
    if (next.kind === "word" || next.kind === "qualifiedName") {
      this.#tokens.advance();
      this.#tokens.advance();
      for (const problem of problemsOfLeaf(next)) this.#tokens.report(problem);
      return { name: next.text, from: next.from, to: next.to };
    }
    if (startsOperand(next) && next.text !== "-" && next.kind !== "keyword") return undefined;
    this.#tokens.advance();
    this.#tokens.reportHere(syntaxProblem.stepMissing(token));
    return { name: "", from: token.to, to: token.to };
  }

  #nameOrCall(token: Token): ExpressionNode {
    this.#tokens.advance();
    for (const problem of problemsOfLeaf(token)) this.#tokens.report(problem);
    const open = this.#tokens.current;
    if (open.text === "(") return this.#call(token, open);
    if (token.text === "not" && startsOperand(open) && open.text !== "-") return this.#bareNot(token);
    return leafNode(token);
  }

  #call(name: Token, open: Token): ExpressionNode {
    this.#tokens.advance();
    const list = this.#tokens.awaiting([")", ","], () => this.#arguments());
    if (list.length > expressionLimits.callArguments) {
      this.#tokens.report(syntaxProblem.argumentsLimit(name));
    }
    const end = Math.max(open.to, list.at(-1)?.to ?? 0);
    return callNode(name, list, this.#closeParenthesis(open) ?? end);
  }

  #arguments(): ExpressionNode[] {
    if (this.#tokens.current.text === ")") return [];
    const list = [this.#expression(0)];
    while (this.#tokens.current.text === ",") {
      this.#tokens.advance();
      list.push(this.#expression(0));
    }
    return list;
  }

  /** `not $x`: understood, with the problem that its parentheses are missing. */
  #bareNot(name: Token): ExpressionNode {
    const operand = this.#expression(bindingPowers["="]);
    this.#tokens.report(syntaxProblem.notParentheses(name, operand));
    return callNode(name, [operand], operand.to);
  }
}

function callNode(name: Token, list: readonly ExpressionNode[], to: number): CallNode {
  const nameRange = { from: name.from, to: name.to };
  return { kind: "call", name: name.text, nameRange, arguments: list, from: name.from, to, parentheses: 0 };
}

function tooLong(text: string): ParsedExpression {
  const at = { from: 0, to: text.length };
  return {
    text,
    ast: { kind: "missing", ...at, parentheses: 0 },
    problems: [syntaxProblem.textLimit(at)],
    extra: [],
  };
}

/**
 * Reads an expression. Never throws: what is wrong with the text is in `problems`, each with its place, and the tree
 * is complete all the same. Linear in the length of the text.
 *
 * @example parse("$Order/Total * 1.21").ast.kind // "binary"
 */
export function parse(text: string): ParsedExpression {
  if (text.length > expressionLimits.textLength) return tooLong(text);
  return new Parser(text).parse(text);
}
