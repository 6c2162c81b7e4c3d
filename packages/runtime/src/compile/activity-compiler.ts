import {
  type ActivityDefinition,
  type FieldKind,
  type FieldValues,
  readField,
  visibleFields,
} from "@rivulet/activities";
import type { MicroflowAnalysis } from "@rivulet/checks";
import { Operand } from "@rivulet/expressions";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { CompiledExpression } from "./expression-compiler.ts";
import { ExpressionCompiler, type ProgramNeeds } from "./expression-compiler.ts";
import type { Op, OpFunction } from "./op.ts";
import type { Next } from "./program.ts";

/** Where the op of an element is made: what the compilers of activities get. */
export interface ActivitySource {
  readonly analysis: MicroflowAnalysis;
  readonly needs: ProgramNeeds;
  readonly index: ProjectIndex;
  readonly element: ElementRecord;
  readonly definition: ActivityDefinition;
  /** The op behind this one. */
  readonly next: Next;
}

/** Makes the op of an activity. Everything that the drawing decides is decided here, not while it runs. */
export type ActivityCompiler = (activity: ActivityFields) => Op | OpFunction;

/** The compilers of all activities that there are. */
export interface ActivityCompilers {
  compile(activity: ActivityFields): Op;
}

/** What stands for an expression that was left out. */
export const emptyExpression = { operand: Operand.literal(null) } as const;

/** An activity that is compiled: its fields, read once, and what follows it. */
export class ActivityFields {
  readonly index: ProjectIndex;
  readonly element: ElementRecord;
  readonly definition: ActivityDefinition;
  readonly next: Next;
  readonly expressions: ExpressionCompiler;
  readonly #analysis: MicroflowAnalysis;

  constructor({ analysis, needs, index, element, definition, next }: ActivitySource) {
    this.index = index;
    this.element = element;
    this.definition = definition;
    this.next = next;
    this.expressions = new ExpressionCompiler({ analysis, needs, index, element });
    this.#analysis = analysis;
  }

  /** Qualified name of the microflow. */
  get microflow(): QualifiedName {
    const { microflow } = this.#analysis;
    return this.index.qualifiedNameOf(microflow) ?? microflow.name;
  }

  /** The named outcomes for which a sequence flow is drawn. */
  get drawnOutcomes(): ReadonlySet<string> {
    const { outgoing = [] } = this.#analysis.graph.nodes.get(this.element.id) ?? {};
    return new Set(outgoing.flatMap(({ flow }) => flow.outcomes ?? []));
  }

  /** The value of a field that has to be there: the checks have seen to it. */
  read<Kind extends FieldKind>(kind: Kind, field: string): FieldValues[Kind] {
    const value = readField(kind, this.element.fields[field]);
    if (value === undefined) throw new Error(`Element ${this.element.id} has no ${field}.`);
    return value;
  }

  /** The value of a field that may be left out. */
  find<Kind extends FieldKind>(kind: Kind, field: string): FieldValues[Kind] | undefined {
    return readField(kind, this.element.fields[field]);
  }

  /** The slot of the variable that a variable field names. */
  slotOf(field: string): number {
    return this.expressions.slotOf(this.read("variable", field));
  }

  /** The slot of the variable that the activity makes. */
  outputSlot(field: string): number {
    const slot = this.findOutputSlot(field);
    if (slot === undefined) throw new Error(`Element ${this.element.id} has no ${field}.`);
    return slot;
  }

  /** The slot of the variable that the activity makes; `undefined` when it makes none. */
  findOutputSlot(field: string): number | undefined {
    const { element } = this;
    return this.#analysis.variables.find(
      (variable) => variable.element.id === element.id && variable.field === field,
    )?.slot;
  }

  /** The expression in a field; `undefined` when the field is empty or not shown. */
  expression(name: string): CompiledExpression | undefined {
    const field = visibleFields(this.definition, this.element.fields).find((shown) => shown.name === name);
    const text = this.find("expression", name);
    if (field?.kind !== "expression" || text === undefined || text.trim() === "") return undefined;
    const expected = field.expected.map((rule) => this.expressions.typeOf(rule));
    return this.expressions.compile(
      text,
      expected.filter((type) => type !== undefined),
    );
  }

  /** The expression in a field that has to be there. */
  requiredExpression(name: string): CompiledExpression {
    const expression = this.expression(name);
    if (!expression) throw new Error(`Element ${this.element.id} has no ${name}.`);
    return expression;
  }
}
