import { resolveType, type TypeRule } from "@rivulet/activities";
import type { ElementScope, MicroflowAnalysis } from "@rivulet/checks";
import { type CheckedExpression, check, compileOperand, type Operand, parse } from "@rivulet/expressions";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";

/** A compiled expression with the type that its values have. */
export interface CompiledExpression {
  readonly operand: Operand;
  readonly type: CheckedExpression["type"];
}

/** What a program turns out to need while it is compiled. */
export interface ProgramNeeds {
  patterns: boolean;
  /** Special variables of the run; their slots come behind those of the microflow's own variables. */
  readonly specials: string[];
}

/** Where expressions stand. */
export interface ExpressionSource {
  readonly analysis: MicroflowAnalysis;
  readonly needs: ProgramNeeds;
  readonly index: ProjectIndex;
  readonly element: ElementRecord;
}

/** Compiles the expressions of one element against the variables that exist there. */
export class ExpressionCompiler {
  readonly #analysis: MicroflowAnalysis;
  readonly #needs: ProgramNeeds;
  readonly #index: ProjectIndex;
  readonly #element: ElementRecord;
  readonly #scope: ElementScope;

  constructor({ analysis, needs, index, element }: ExpressionSource) {
    this.#analysis = analysis;
    this.#needs = needs;
    this.#index = index;
    this.#element = element;
    this.#scope = analysis.scopeAt(element.id);
  }

  /** The type that a rule of a field gives in this element. */
  typeOf(rule: TypeRule): DataType | undefined {
    return resolveType(rule, {
      index: this.#index,
      microflow: this.#analysis.microflow,
      element: this.#element,
      variable: (name) => {
        const type = this.#scope.variable(name)?.type;
        return type?.kind === "unknown" ? undefined : type;
      },
    });
  }

  /** The slot of a variable that the element uses. */
  slotOf(variable: string): number {
    const found = this.#scope.variable(variable);
    if (!found) throw this.#unchecked(`$${variable} does not exist here`);
    return found.reach === "run" ? this.#slotOfSpecial(variable) : found.slot;
  }

  #slotOfSpecial(name: string): number {
    const { specials } = this.#needs;
    if (!specials.includes(name)) specials.push(name);
    return this.#analysis.variables.length + specials.indexOf(name);
  }

  /** The type of a variable that the element uses. */
  typeOfVariable(variable: string): DataType {
    const { type } = this.#scope.variable(variable) ?? {};
    if (type === undefined || type.kind === "unknown")
      throw this.#unchecked(`$${variable} does not exist here`);
    return type;
  }

  /** An expression that has the first of `expected` types which it fits, or any type when there are none. */
  compile(text: string, expected: readonly (DataType | undefined)[] = []): CompiledExpression {
    const parsed = parse(text);
    const candidates = expected.length > 0 ? expected : [undefined];
    for (const type of candidates) {
      const checked = check(parsed, this.#scope, type);
      if (!checked.isUsable) continue;
      this.#needs.patterns ||= checked.needsPatterns;
      const operand = compileOperand(checked, { slotOf: (name) => this.slotOf(name) });
      return { operand, type: checked.type };
    }
    throw this.#unchecked(`the expression ${text} has problems`);
  }

  #unchecked(reason: string): Error {
    return new Error(`Element ${this.#element.id} cannot be compiled: ${reason}. Check the project first.`);
  }
}
