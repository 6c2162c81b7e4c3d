import { checkExpression, collectReferences, walkExpression } from "@rivulet/activities";
import {
  compile,
  type EvaluationEnvironment,
  EvaluationError,
  type Evaluator,
  type ExpressionType,
  type ScopeVariable,
} from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import type { DataType, QualifiedName, Value } from "@rivulet/values";
import type { EntityRights } from "../access/entity-rights.ts";
import { formatValue } from "../formats/format-value.ts";
import { writingFault } from "../formats/moment-pattern.ts";
import { formatsOfType, type ValueFormat } from "../formats/value-format.ts";
import { booleanCaptions } from "../view/boolean-captions.ts";
import { currentObject, pageVariables, scopeOf } from "../widget-scope.ts";
import { PageFailure } from "./page-failure.ts";
import type { Surroundings } from "./surroundings.ts";

interface Compiled {
  readonly evaluate: Evaluator;
  readonly type: ExpressionType;
  /** Whether it reads an attribute that whoever looks may not. */
  readonly isHidden: boolean;
}

/** What the expressions of pages need of the world around them. */
export interface PageExpressionParts {
  readonly index: ProjectIndex;
  readonly environment: EvaluationEnvironment;
  readonly rights: Pick<EntityRights, "mayRead">;
}

/** How a value of a type becomes a text for people, in the language of expressions itself. */
function asText(expression: string, { kind }: ExpressionType): string {
  switch (kind) {
    case "string":
      return expression;
    case "boolean":
      return `if ${expression} then '${booleanCaptions.true}' else '${booleanCaptions.false}'`;
    case "dateTime":
      return `formatDateTime(${expression})`;
    case "enumeration":
      return `getCaption(${expression})`;
    default:
      return `toString(${expression})`;
  }
}

function moreVariables({ more = [] }: Surroundings): ScopeVariable[] {
  return more.map(({ variable }) => variable);
}

/** The expressions of pages. Each is compiled once for each entity that it stands in. */
export class PageExpressions {
  readonly #parts: PageExpressionParts;
  readonly #compiled = new Map<string, Compiled>();

  constructor(parts: PageExpressionParts) {
    this.#parts = parts;
  }

  /** In which they are evaluated: the locale and time zone of whoever looks. */
  get environment(): EvaluationEnvironment {
    return this.#parts.environment;
  }

  /**
   * The value of an expression.
   *
   * @throws {PageFailure} when it has problems, fails, or reads what whoever looks may not
   */
  evaluate(text: string, around: Surroundings, expected?: DataType): Value {
    const compiled = this.#compile(text, around, expected);
    if (compiled.isHidden) throw new PageFailure("You have no right to see or do this.");
    return this.#run(compiled, around);
  }

  /**
   * The value of an expression as a text for people, by a format or as its type says by itself; empty is no text, and
   * neither is what whoever looks may not read. Throws as {@link evaluate}.
   */
  textOf(text: string, around: Surroundings, format?: ValueFormat): string {
    const compiled = this.#compile(text, around);
    const value = compiled.isHidden ? null : this.#run(compiled, around);
    if (value === null) return "";
    if (format && formatsOfType(compiled.type.kind).includes(format.kind))
      return this.#formatted(value, format);
    const written = this.#compile(asText(text, compiled.type), around, { kind: "string" });
    return String(this.#run(written, around) ?? "");
  }

  #formatted(value: Value, format: ValueFormat): string {
    const fault = format.kind === "pattern" ? writingFault(format.pattern) : undefined;
    if (fault !== undefined) throw new PageFailure(fault);
    return formatValue(value, format, this.#parts.environment);
  }

  #compile(text: string, around: Surroundings, expected?: DataType): Compiled {
    const { page, context } = around;
    const more = moreVariables(around);
    const actual = context?.object.shape.name;
    const key = JSON.stringify([
      page.id,
      context?.entity,
      actual,
      text,
      expected,
      more.map(({ type }) => type),
    ]);
    const known = this.#compiled.get(key);
    if (known) return known;
    const scope = scopeOf({ page, context: context?.entity, more }, this.#parts.index);
    const checked = checkExpression(text, [expected], scope);
    if (!checked.isUsable) {
      const reasons = checked.problems.map(({ message }) => message).join(" ");
      throw new PageFailure(`The expression ${text} cannot be evaluated. ${reasons}`);
    }
    const variables = pageVariables(page, context?.entity, more);
    const names = variables.map(({ name }) => name);
    const evaluate = compile(checked, { slotOf: (name) => names.indexOf(name) });
    const compiled = { evaluate, type: checked.type, isHidden: this.#readsHidden(text, variables, actual) };
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /** Whether an expression reads an attribute that may not be read, of the entity that declares it or of the object. */
  #readsHidden(
    text: string,
    variables: readonly ScopeVariable[],
    actual: QualifiedName | undefined,
  ): boolean {
    const { index, rights } = this.#parts;
    const variable = (name: string) => {
      const type = variables.find((each) => each.name === name)?.type;
      return type?.kind === "object" ? type : undefined;
    };
    const references = collectReferences((walk) =>
      walkExpression(text, { field: "", walk, context: { index, variable } }),
    );
    return references.some(({ kind, name }) => {
      if (kind !== "attribute") return false;
      const at = name.lastIndexOf(".");
      const [entity, attribute] = [name.slice(0, at), name.slice(at + 1)];
      const isOwn = actual !== undefined && index.isKindOf(actual, entity);
      return !rights.mayRead(entity, attribute) || (isOwn && !rights.mayRead(actual, attribute));
    });
  }

  #run({ evaluate }: Compiled, { page, parameters, context, more = [] }: Surroundings): Value {
    const own = more.map(({ variable }) => variable);
    const slots = pageVariables(page, context?.entity, own).map(({ name }) => {
      const added = more.find(({ variable }) => variable.name === name);
      if (added) return added.value;
      return name === currentObject ? (context?.object ?? null) : (parameters[name] ?? null);
    });
    try {
      return evaluate({ slots, environment: this.#parts.environment });
    } catch (error) {
      throw error instanceof EvaluationError ? new PageFailure(error.message) : error;
    }
  }
}
