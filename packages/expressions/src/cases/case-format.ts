/**
 * A worked case of the language: an expression with its surroundings, and what it gives. The files in
 * `conformance/cases` have this form.
 */
export interface ExpressionCase {
  readonly id: string;
  readonly expression: string;
  /** `Integer`, `Decimal`, `String`, `Boolean`, `DateTime`, `Enumeration`, `Object` or `List`. */
  readonly type: string;
  /** The value; decimals as text, dates as ISO 8601. */
  readonly expected?: unknown;
  readonly error?: { readonly phase: CasePhase };
  readonly variables?: Readonly<Record<string, CaseValue>>;
  readonly context?: CaseContext;
  /** Instead of equality: `exact-digits`, `same-minute`, `abs-error<=X`, `spaces-equivalent`, `0 <= value < 1`. */
  readonly check?: string;
}

/** Where an expression has to fail; `evaluate` is another word for `runtime`. */
export type CasePhase = "parse" | "check" | "runtime" | "evaluate" | "check-or-runtime";

/** A typed value; `null` is empty. */
export interface CaseValue {
  readonly type: string;
  /** Of an object or of a list's members. */
  readonly entity?: string;
  readonly enumeration?: string;
  readonly value: unknown;
}

/** An object in a case. */
export interface CaseObject {
  readonly id?: string;
  /** `Instantiated` for one that was never committed. */
  readonly state?: string;
  readonly members?: Readonly<Record<string, CaseValue>>;
}

/** What differs from the default surroundings. */
export interface CaseContext {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly language?: string;
  readonly firstDayOfWeek?: string;
  readonly roundingMode?: string;
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const phases: ReadonlySet<unknown> = new Set<CasePhase>([
  "parse",
  "check",
  "runtime",
  "evaluate",
  "check-or-runtime",
]);

function isCase(json: unknown): json is Record<string, unknown> {
  if (!isRecord(json)) return false;
  const { id, expression, type, variables = {}, context = {} } = json;
  const areTexts = [id, expression, type].every((text) => typeof text === "string");
  const hasJudgement = "expected" in json || (isRecord(json["error"]) && phases.has(json["error"]["phase"]));
  const areVariables =
    isRecord(variables) && Object.values(variables).every((variable) => isRecord(variable));
  return areTexts && hasJudgement && areVariables && isRecord(context);
}

/** The cases of a file. Throws an `Error` that names the first entry that is none. */
export function readCases(json: unknown): ExpressionCase[] {
  if (!Array.isArray(json)) throw new Error("A file of cases is a list.");
  const broken = json.findIndex((entry) => !isCase(entry));
  if (broken >= 0)
    throw new Error(`Entry ${broken + 1} is no case: it needs id, expression, type, and expected or error.`);
  return json as ExpressionCase[];
}
