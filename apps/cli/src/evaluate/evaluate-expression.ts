import {
  check,
  compile,
  type EvaluationEnvironment,
  EvaluationError,
  type ExpressionType,
  parse,
} from "@rivulet/expressions";
import { createEnvironment } from "@rivulet/expressions/environment";
import type { JsonValue } from "@rivulet/model";
import { formatDataType, ObjectIds, type Value, valueToJson } from "@rivulet/values";
import { UsageError } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { type EvaluationScope, openScope, projectScope } from "./evaluation-scope.ts";
import { readVariable } from "./read-variable.ts";

/** What `rivulet eval` prints: a value with its type, or where and why there is none. */
export type EvaluationOutcome =
  | { readonly type: string; readonly value: unknown }
  | {
      readonly phase: "parse" | "check" | "evaluate";
      readonly code: string;
      readonly message: string;
      readonly from: number;
      readonly to: number;
    };

/** What an expression is evaluated with, as it was written on the command line. */
export interface EvaluationRequest {
  /** `name:Type=json` each. */
  readonly variables: readonly string[];
  readonly project: string | undefined;
  /** Time zone, locale, first day of the week, rounding mode, language. */
  readonly context: JsonValue;
  readonly terminal: Terminal;
}

const contextKeys = ["timeZone", "locale", "language", "firstDayOfWeek", "roundingMode"] as const;

function contextOf(json: JsonValue): Partial<EvaluationEnvironment> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new UsageError(`The context is a JSON object with some of: ${contextKeys.join(", ")}.`);
  }
  const entries = Object.entries(json);
  const wrong = entries.find(
    ([key, value]) => !contextKeys.some((known) => known === key) || typeof value !== "string",
  );
  if (wrong)
    throw new UsageError(`The context has "${wrong[0]}"; it takes texts for: ${contextKeys.join(", ")}.`);
  return Object.fromEntries(entries);
}

async function environmentFor(
  context: JsonValue,
  scope: EvaluationScope,
  needsPatterns: boolean,
): Promise<EvaluationEnvironment> {
  const patterns = needsPatterns ? (await import("@rivulet/expressions/patterns")).re2Patterns : undefined;
  return createEnvironment({
    ...contextOf(context),
    clock: Date.now,
    random: Math.random,
    constant: scope.constant,
    isNew: () => true,
    ...(patterns ? { patterns } : {}),
  });
}

const typeName = (type: ExpressionType) =>
  type.kind === "empty" || type.kind === "unknown" ? "Empty" : formatDataType(type);

function toJson(value: Value, type: ExpressionType, scope: EvaluationScope): unknown {
  if (type.kind === "empty" || type.kind === "unknown" || value === null) return null;
  return valueToJson(value, type, { ids: new ObjectIds(), associationsOf: scope.associationsOf });
}

function failed(
  phase: "parse" | "check" | "evaluate",
  reason: { code: string; message: string; from: number; to: number },
) {
  const { code, message, from, to } = reason;
  return { phase, code, message, from, to };
}

/** Parses, checks and evaluates an expression in the scope of a project, or of the variables alone. */
export async function evaluateExpression(
  text: string,
  request: EvaluationRequest,
): Promise<EvaluationOutcome> {
  const parsed = parse(text);
  const written = request.variables.map(readVariable);
  const scope =
    request.project === undefined
      ? openScope(written, text)
      : await projectScope(written, request.project, request.terminal);
  const [syntaxProblem] = parsed.problems;
  if (syntaxProblem) return failed("parse", syntaxProblem);
  const checked = check(parsed, scope.scope);
  const problem = checked.problems.find(({ severity }) => severity === "error");
  if (problem) return failed("check", problem);
  const environment = await environmentFor(request.context, scope, checked.needsPatterns);
  try {
    const evaluate = compile(checked, { slotOf: (name) => scope.names.indexOf(name) });
    const value = evaluate({ slots: scope.values, environment });
    return { type: typeName(checked.type), value: toJson(value, checked.type, scope) };
  } catch (error) {
    if (error instanceof EvaluationError) return failed("evaluate", error);
    throw error;
  }
}
