import { expressionLimits } from "../limits.ts";
import type { ExpressionProblem } from "../problem.ts";
import type { Token } from "./token.ts";
import { type Closer, closerOf, isMeaningless } from "./token-roles.ts";
import { tokenize } from "./tokenizer.ts";

const nowhere = -1;

/**
 * The tokens as the parser walks over them, with what it waits for and what it has reported. One mistake gives one
 * problem: nothing is reported twice at the same token, nor inside text that was skipped.
 */
export class TokenReader {
  readonly problems: ExpressionProblem[] = [];
  /** How often a token was looked at. */
  looks = 0;
  readonly #tokens: readonly Token[];
  readonly #awaited: Map<Closer, number> = new Map();
  #index = 0;
  #reportedAt = nowhere;
  #skippedTo = nowhere;
  #silence = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  get current(): Token {
    this.looks += 1;
    return this.#tokens[this.#index] as Token;
  }

  get next(): Token {
    return this.#tokens[this.#index + 1] ?? this.current;
  }

  advance(): void {
    if (this.#index < this.#tokens.length - 1) this.#index += 1;
  }

  /** Runs `read` while the given closers end an operand instead of being out of place. */
  awaiting<Result>(closers: readonly Closer[], read: () => Result): Result {
    for (const closer of closers) this.#await(closer, 1);
    const result = read();
    for (const closer of closers) this.#await(closer, -1);
    return result;
  }

  #await(closer: Closer, change: 1 | -1): void {
    this.#awaited.set(closer, (this.#awaited.get(closer) ?? 0) + change);
  }

  isAwaited(token: Token): boolean {
    const closer = closerOf(token);
    return closer ? (this.#awaited.get(closer) ?? 0) > 0 : token.kind === "end";
  }

  /** Whether the current token can only be passed over. */
  isJunk(): boolean {
    return isMeaningless(this.current);
  }

  /** Where a part that is not there belongs: right behind what was read last, or before what comes. */
  placeOfMissing(): number {
    return this.current.kind === "end" ? (this.#tokens[this.#index - 1]?.to ?? 0) : this.current.from;
  }

  report(problem: ExpressionProblem): void {
    if (this.#silence > 0 || this.problems.length >= expressionLimits.problems) return;
    this.problems.push(problem);
  }

  /** Reports something that is wrong at the current token, unless something else there was reported before. */
  reportHere(problem: ExpressionProblem): void {
    if (this.#reportedAt === this.#index || this.#skippedTo === this.#index) return;
    this.#reportedAt = this.#index;
    this.report(problem);
  }

  /** Reports something about an earlier place, unless the current token has been reported as the reason. */
  reportUnlessHere(problem: ExpressionProblem): void {
    if (this.#reportedAt !== this.#index) this.report(problem);
    this.#reportedAt = this.#index;
  }

  /** Passes over the current token; nothing is reported at the one behind it. */
  skip(): void {
    this.advance();
    this.#skippedTo = this.#index;
  }

  /** Runs `read` without reporting; what it reads counts as skipped. */
  silently(read: () => void): void {
    this.#silence += 1;
    read();
    this.#silence -= 1;
    this.#skippedTo = this.#index;
  }

  /** Reports a limit and goes to the end of the text, where nothing more is reported. */
  stop(problem: ExpressionProblem): void {
    this.report(problem);
    this.#silence += 1;
    this.#index = this.#tokens.length - 1;
  }
}
