import {
  type CheckedExpression,
  check as checkAgainst,
  type ExpressionFix,
  type ExpressionProblem,
  type ExpressionScope,
  parse,
} from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";
import type { ExpressionField } from "../fields/field.ts";
import type { FieldCheck } from "./field-check.ts";
import type { FieldFinding } from "./field-finding.ts";

/**
 * Checks an expression that may have any of several types: as the first that it fits, else as the first of all. With
 * no types, or one that is not known, any type will do.
 *
 * @example checkExpression("1", [{ kind: "decimal" }], scope).type // { kind: "decimal" }
 */
export function checkExpression(
  text: string,
  expected: readonly (DataType | undefined)[],
  scope: ExpressionScope,
): CheckedExpression {
  const parsed = parse(text);
  const types = expected.includes(undefined) || expected.length === 0 ? [undefined] : expected;
  const [first, ...others] = types.map((type) => () => checkAgainst(parsed, scope, type));
  const preferred = first?.() ?? checkAgainst(parsed, scope);
  if (preferred.isUsable) return preferred;
  for (const next of others) {
    const candidate = next();
    if (candidate.isUsable) return candidate;
  }
  return preferred;
}

type ExpressionOrVariableProblem = Pick<FieldFinding, "code" | "message"> &
  Omit<ExpressionProblem, "code" | "severity">;

/** The text after a fix. */
function fixedText(text: string, { edits }: ExpressionFix): string {
  return edits.reduceRight(
    (result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to),
    text,
  );
}

/** A variable that is not there: the scope knows why, and which one was probably meant. */
function explained(text: string, problem: ExpressionProblem, check: FieldCheck): ExpressionOrVariableProblem {
  const { from, to } = problem;
  const name = text.slice(from + 1, to);
  const fault = problem.code === "unknown-variable" ? check.context.scope.fault(name) : undefined;
  if (!fault) return problem;
  const { code, message, closest } = fault;
  if (closest === undefined) return { code, from, to, message };
  return {
    code,
    from,
    to,
    message,
    fix: { label: `Use $${closest}`, edits: [{ from, to, insert: `$${closest}` }] },
  };
}

/** Tells the problems of an expression at its place. */
function reportExpression(
  text: string,
  { field, problems, check }: { field: string; problems: readonly ExpressionProblem[]; check: FieldCheck },
): void {
  for (const problem of problems) {
    const { code, from, to, message, fix } = explained(text, problem, check);
    const finding = { code, field, from, to, message };
    check.add(fix ? { ...finding, fix: { label: fix.label, value: fixedText(text, fix) } } : finding);
  }
}

/** Checks an expression inside a field against one type; blank text is left to the caller. */
export function checkText(
  text: string,
  {
    field,
    expected,
    check,
  }: { field: string; expected: readonly (DataType | undefined)[]; check: FieldCheck },
): CheckedExpression {
  const checked = checkExpression(text, expected, check.context.scope);
  reportExpression(text, { field, problems: checked.problems, check });
  return checked;
}

/** An expression field; one that gives the microflow's result must be there exactly when there is a result. */
export function checkExpressionField(text: string, field: ExpressionField, check: FieldCheck): void {
  const expected = field.expected.map((rule) => check.typeOf(rule));
  if (expected.some((type) => type?.kind === "nothing")) {
    check.add({
      code: "return-value-not-expected",
      field: field.name,
      message: "The microflow returns nothing. Remove this value, or give the microflow a return type.",
      fix: { label: "Remove the value", value: "" },
    });
    return;
  }
  checkText(text, { field: field.name, expected, check });
}
