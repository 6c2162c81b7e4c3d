import { checkExpression } from "@rivulet/activities";
import {
  compile,
  type EvaluationEnvironment,
  EvaluationError,
  type Evaluator,
  type ExpressionType,
} from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import type { DataType, Value } from "@rivulet/values";
import { currentObject, pageVariables, scopeOf } from "../widget-scope.ts";
import { PageFailure } from "./page-failure.ts";
import type { Surroundings } from "./surroundings.ts";

interface Compiled {
  readonly evaluate: Evaluator;
  readonly type: ExpressionType;
}

/** How a value of a type becomes a text for people, in the language of expressions itself. */
function asText(expression: string, { kind }: ExpressionType): string {
  if (kind === "string") return expression;
  return kind === "enumeration" ? `getCaption(${expression})` : `toString(${expression})`;
}

/** The expressions of pages. Each is compiled once for each entity that it stands in. */
export class PageExpressions {
  readonly #index: ProjectIndex;
  readonly #environment: EvaluationEnvironment;
  readonly #compiled = new Map<string, Compiled>();

  constructor(index: ProjectIndex, environment: EvaluationEnvironment) {
    this.#index = index;
    this.#environment = environment;
  }

  /**
   * The value of an expression.
   *
   * @throws {PageFailure} when it has problems, or fails
   */
  evaluate(text: string, around: Surroundings, expected?: DataType): Value {
    return this.#run(this.#compile(text, around, expected), around);
  }

  /** The value of an expression as a text for people; empty is no text. Throws as {@link evaluate}. */
  textOf(text: string, around: Surroundings): string {
    const compiled = this.#compile(text, around);
    if (this.#run(compiled, around) === null) return "";
    const written = this.#compile(asText(text, compiled.type), around, { kind: "string" });
    return String(this.#run(written, around) ?? "");
  }

  #compile(text: string, { page, context }: Surroundings, expected?: DataType): Compiled {
    const key = JSON.stringify([page.id, context?.entity, text, expected]);
    const known = this.#compiled.get(key);
    if (known) return known;
    const checked = checkExpression(text, [expected], scopeOf(page, context?.entity, this.#index));
    if (!checked.isUsable) {
      const reasons = checked.problems.map(({ message }) => message).join(" ");
      throw new PageFailure(`The expression ${text} cannot be evaluated. ${reasons}`);
    }
    const names = pageVariables(page, context?.entity).map(({ name }) => name);
    const evaluate = compile(checked, { slotOf: (name) => names.indexOf(name) });
    const compiled = { evaluate, type: checked.type };
    this.#compiled.set(key, compiled);
    return compiled;
  }

  #run({ evaluate }: Compiled, { page, parameters, context }: Surroundings): Value {
    const slots = pageVariables(page, context?.entity).map(({ name }) =>
      name === currentObject ? (context?.object ?? null) : (parameters[name] ?? null),
    );
    try {
      return evaluate({ slots, environment: this.#environment });
    } catch (error) {
      throw error instanceof EvaluationError ? new PageFailure(error.message) : error;
    }
  }
}
