import { Decimal, decimalToText, type Value } from "@rivulet/values";
import { check } from "../check/check.ts";
import { compile } from "../compile/compile.ts";
import { createEnvironment } from "../environment/create-environment.ts";
import { modelOf, scopeOf, type Variables } from "../evaluate.test-support.ts";
import { EvaluationError } from "../evaluation-error.ts";
import type { ExpressionNode } from "../syntax/node.ts";
import { outline } from "../syntax/outline.test-support.ts";
import { type ParsedExpression, parse } from "../syntax/parser.ts";
import { walk } from "../syntax/walk.ts";
import { fuzzModel, fuzzNow, fuzzVariables } from "./fuzz-scope.test-support.ts";
import { generateText } from "./generate-text.test-support.ts";
import { oracleOutline } from "./lezer-oracle.test-support.ts";
import { mutateText, randomText } from "./mutate-text.test-support.ts";
import { type PlainNumber, ReferenceFailure, textOf } from "./plain-number.test-support.ts";
import { Random } from "./random.test-support.ts";
import { evaluateReference, type Tagged } from "./reference-evaluator.test-support.ts";

/** What a fuzz job is asked for. */
export interface FuzzRequest {
  readonly runs: number;
  readonly seed: number;
}

function finding(what: string, text: string): never {
  throw new Error(`${what}\n${JSON.stringify(text)}`);
}

function isRange({ from, to }: { readonly from: number; readonly to: number }, text: string): boolean {
  return Number.isInteger(from) && from >= 0 && from <= to && to <= text.length;
}

function judgeRanges({ ast, extra, problems }: ParsedExpression, text: string): void {
  for (const problem of problems)
    if (!isRange(problem, text)) finding(`The range of ${problem.code} is outside`, text);
  for (const root of [ast, ...extra]) for (const node of walk(root)) judgeNode(node, text);
}

function judgeNode(node: ExpressionNode, text: string): void {
  if (!isRange(node, text)) finding(`The range of a ${node.kind} is outside`, text);
  if (node.kind === "binary" && (node.left.from < node.from || node.right.to > node.to)) {
    finding("A side stands outside its operator", text);
  }
}

const model = modelOf(fuzzModel);
const anyScope = scopeOf(fuzzVariables(new Random(1)), model);

/** Any text: read and checked without a crash, ranges inside it, and the same verdict and tree as the oracle's. */
export function judgeText(text: string): void {
  const parsed = parse(text);
  judgeRanges(parsed, text);
  const { problems } = check(parsed, anyScope);
  for (const problem of problems)
    if (!isRange(problem, text)) finding(`The range of ${problem.code} is outside`, text);
  // The oracle reads code points, so half a pair of surrogates is nothing to it.
  if (!text.isWellFormed()) return;
  const expected = oracleOutline(text);
  const isValid = parsed.problems.length === 0;
  if (isValid !== (expected !== undefined)) {
    finding(
      isValid ? "Only we find it valid" : `Only the oracle finds it valid: ${parsed.problems[0]?.message}`,
      text,
    );
  }
  if (expected !== undefined && outline(parsed.ast) !== expected) {
    finding(`The trees differ: ${outline(parsed.ast)} and ${expected}`, text);
  }
}

function printed(value: Value): string {
  return value instanceof Decimal ? decimalToText(value) : String(value);
}

function printedReference({ type, value }: Tagged): string {
  return value !== null && (type === "integer" || type === "decimal")
    ? textOf(value as PlainNumber)
    : String(value);
}

function outcome(evaluate: () => string): string {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof ReferenceFailure) return `failed: ${error.code}`;
    throw error;
  }
}

/** A valid text: no problem but warnings, and the value of the reference evaluator. */
function judgeEvaluation(text: string, variables: Variables): void {
  const parsed = parse(text);
  const checked = check(parsed, scopeOf(variables, model));
  const problem = checked.problems.find(({ severity }) => severity === "error");
  if (problem) finding(`A generated text has a problem: ${problem.message}`, text);
  const names = Object.keys(variables);
  const evaluate = compile(checked, { slotOf: (name) => names.indexOf(name) });
  const environment = createEnvironment({
    clock: () => fuzzNow,
    random: () => 0,
    constant: () => null,
    isNew: () => false,
  });
  const slots = Object.values(variables).map(([, value]) => value);
  const actual = outcome(() => printed(evaluate({ slots, environment })));
  const expected = outcome(() => printedReference(evaluateReference(parsed.ast, variables)));
  if (actual !== expected) finding(`${actual} instead of ${expected} with ${describe(variables)}`, text);
}

function describe(variables: Variables): string {
  return Object.entries(variables)
    .filter(([, [type]]) => !type.startsWith("Object"))
    .map(([name, [, value]]) => `$${name} = ${printed(value)}`)
    .join(", ");
}

/** Texts of one run: a generated one, its mutations and a random one. */
export const textsOfRun = 8;

/** `pnpm fuzz expressions`: each run evaluates one generated text, and reads it, some mutations and a random text. */
export function run({ runs, seed }: FuzzRequest): void {
  const random = new Random(seed);
  for (let count = 0; count < runs; count += 1) {
    const text = generateText(random);
    judgeEvaluation(text, fuzzVariables(random));
    judgeText(text);
    for (let others = 2; others < textsOfRun; others += 1) judgeText(mutateText(random, text));
    judgeText(randomText(random));
  }
}
