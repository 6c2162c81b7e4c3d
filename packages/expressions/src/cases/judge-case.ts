import { Decimal, type EntityObject, ObjectList, scalarToJson, type Value } from "@rivulet/values";
import { check } from "../check/check.ts";
import { compile } from "../compile/compile.ts";
import { createEnvironment } from "../environment/create-environment.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import { EvaluationError } from "../evaluation-error.ts";
import type { TextRange } from "../syntax/node.ts";
import { parse } from "../syntax/parser.ts";
import { type ExpressionType, formatExpressionType } from "../typed/expression-type.ts";
import type { CaseContext, CasePhase, ExpressionCase } from "./case-format.ts";
import { type CaseScope, caseScope } from "./case-scope.ts";
import { isExpected } from "./is-expected.ts";

/** Why an expression has no value. */
export interface CaseFailure extends TextRange {
  readonly phase: "parse" | "check" | "evaluate";
  readonly code: string;
  readonly message: string;
}

/** What happened: a value, or where and why there is none. */
export type CaseOutcome = { readonly type: string; readonly value: unknown } | CaseFailure;

/** The judgement of one case, as `rivulet eval --cases` prints it. */
export interface CaseJudgement {
  readonly id: string;
  readonly passed: boolean;
  readonly actual: CaseOutcome;
  readonly expected: unknown;
}

/** What a case takes from outside. */
export interface CaseWorld {
  readonly clock: () => number;
  readonly random: () => number;
  /** For cases with regular expressions. */
  readonly patterns: EvaluationEnvironment["patterns"];
}

function environmentOf(context: CaseContext, { isNew }: CaseScope, world: CaseWorld): EvaluationEnvironment {
  const { timeZone = "UTC", locale = "en_US", language = locale } = context;
  const { firstDayOfWeek = "Sunday", roundingMode = "HalfUp" } = context;
  return createEnvironment({
    ...world,
    timeZone,
    locale,
    language,
    firstDayOfWeek: firstDayOfWeek as EvaluationEnvironment["firstDayOfWeek"],
    roundingMode: roundingMode as EvaluationEnvironment["roundingMode"],
    constant: () => null,
    isNew,
  });
}

/** A value as JSON: of an object the id and the members that are asked for, by name. */
function toJson(value: Value, type: ExpressionType["kind"], scope: CaseScope): unknown {
  if (value instanceof ObjectList) return value.items.map((object) => objectToJson(object, scope));
  if (typeof value === "object" && value !== null && "shape" in value) return objectToJson(value, scope);
  if (value instanceof Decimal) return scalarToJson("decimal", value);
  return scalarToJson(type === "dateTime" ? "dateTime" : "string", value);
}

function objectToJson(object: EntityObject, { idOf }: CaseScope): unknown {
  return { $entity: object.shape.name, $id: idOf(object) ?? null };
}

interface Evaluated {
  readonly outcome: CaseOutcome;
  readonly value: Value;
  readonly kind: ExpressionType["kind"];
  readonly scope: CaseScope | undefined;
}

function failed(phase: CaseFailure["phase"], reason: Omit<CaseFailure, "phase">): Evaluated {
  const { code, message, from, to } = reason;
  return { outcome: { phase, code, message, from, to }, value: null, kind: "unknown", scope: undefined };
}

function evaluate(entry: ExpressionCase, world: CaseWorld): Evaluated {
  const parsed = parse(entry.expression);
  const [syntaxProblem] = parsed.problems;
  if (syntaxProblem) return failed("parse", syntaxProblem);
  const scope = caseScope(entry, parsed.ast);
  const checked = check(parsed, scope.scope);
  const problem = checked.problems.find(({ severity }) => severity === "error");
  if (problem) return failed("check", problem);
  const run = compile(checked, { slotOf: (name) => scope.names.indexOf(name) });
  const environment = environmentOf(entry.context ?? {}, scope, world);
  try {
    const value = run({ slots: scope.values, environment });
    const { type } = checked;
    const outcome = { type: formatExpressionType(type), value: toJson(value, type.kind, scope) };
    return { outcome, value, kind: type.kind, scope };
  } catch (error) {
    if (error instanceof EvaluationError) return failed("evaluate", error);
    throw error;
  }
}

const phases: Readonly<Record<CasePhase, readonly string[]>> = {
  parse: ["parse"],
  check: ["check"],
  evaluate: ["evaluate"],
  runtime: ["evaluate"],
  "check-or-runtime": ["check", "evaluate"],
};

/**
 * Runs a case and says whether it gives what it should. The scope is open: entities, members and enumerations are
 * those of the case's variables. Throws an `Error` for a case that cannot be read.
 *
 * @example judgeCase({ id: "sum", expression: "1 + 1", type: "Integer", expected: 2 }, world).passed // true
 */
export function judgeCase(entry: ExpressionCase, world: CaseWorld): CaseJudgement {
  const { id, expected, error } = entry;
  const { outcome, value, kind, scope } = evaluate(entry, world);
  if ("phase" in outcome) {
    const passed = error !== undefined && phases[error.phase].includes(outcome.phase);
    return { id, passed, actual: outcome, expected: error ?? expected };
  }
  const idOf = scope?.idOf ?? (() => undefined);
  const passed = error === undefined && isExpected({ value, type: kind, idOf }, entry);
  return { id, passed, actual: outcome, expected: error ?? expected };
}
