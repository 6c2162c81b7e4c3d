import { decision, end, errorEvent, loop, parameter, readField } from "@rivulet/activities";
import { analyseMicroflow, type CheckContext, type FlowNode, type MicroflowAnalysis } from "@rivulet/checks";
import type { MicroflowRecord } from "@rivulet/model";
import { type ActivityCompilers, ActivityFields } from "./activity-compiler.ts";
import { ErrorWayFinder, type ErrorWays } from "./error-ways.ts";
import type { ProgramNeeds } from "./expression-compiler.ts";
import { lowerDecision } from "./lower/lower-decision.ts";
import { lowerEnd } from "./lower/lower-end.ts";
import { lowerErrorEvent } from "./lower/lower-error-event.ts";
import { lowerLoop } from "./lower/lower-loop.ts";
import type { StructureLowering } from "./lower/structure.ts";
import { type Op, type OpFunction, toOp } from "./op.ts";
import { OpLayout, type PlacedNode } from "./op-layout.ts";
import type { Next, OpPlace, Program, ProgramParameter } from "./program.ts";

const structure: ReadonlyMap<string, StructureLowering> = new Map<string, StructureLowering>([
  [end.kind, lowerEnd],
  [errorEvent.kind, lowerErrorEvent],
  [decision.kind, lowerDecision],
  [loop.kind, lowerLoop],
]);

/** What compiling needs beside the microflow. */
export interface CompileContext extends CheckContext {
  readonly compilers: ActivityCompilers;
}

/** The place of an element's ops; with its expression field where it has one, since a failure is then that field's. */
function placeOf({ element, definition }: FlowNode): OpPlace {
  const expressions = definition?.fields.filter(({ kind }) => kind === "expression") ?? [];
  const [only] = expressions;
  return only && expressions.length === 1 ? { element, field: only.name } : { element };
}

/** Lowers the elements of one microflow. */
class MicroflowCompiler {
  readonly #analysis: MicroflowAnalysis;
  readonly #context: CompileContext;
  readonly #layout: OpLayout;
  readonly #needs: ProgramNeeds = { patterns: false, specials: [] };
  readonly #ops: Op[] = [];
  readonly #places: OpPlace[] = [];
  readonly #errorWays: (ErrorWays | undefined)[] = [];

  constructor(microflow: MicroflowRecord, context: CompileContext) {
    this.#analysis = analyseMicroflow(microflow, context);
    this.#context = context;
    this.#layout = new OpLayout(
      this.#analysis.graph.top,
      ({ element }) => structure.get(element.kind)?.opCount ?? 1,
    );
  }

  compile(): Program {
    const { microflow, graph, variables } = this.#analysis;
    const entry = graph.top.entry && this.#layout.arriveAt(graph.top.entry);
    for (const placed of this.#layout.placed) this.#put(placed, this.#lower(placed));
    this.#findErrorWays();
    for (const placed of this.#layout.idle) this.#put(placed, [() => placed.pc]);
    return {
      microflow: this.#context.index.qualifiedNameOf(microflow) ?? microflow.name,
      parameters: this.#parameters(),
      returnType: microflow.returnType,
      needsPatterns: this.#needs.patterns,
      slotCount: variables.length + this.#needs.specials.length,
      specials: this.#needs.specials.map((name, at) => ({ name, slot: variables.length + at })),
      entry: this.#arrival(entry),
      ops: this.#ops,
      places: this.#places,
      errorWays: this.#errorWays,
    };
  }

  #findErrorWays(): void {
    const finder = new ErrorWayFinder(this.#analysis, this.#layout, (next) => this.#arrival(next));
    for (const { node, pc } of this.#layout.placed) {
      const opCount = structure.get(node.element.kind)?.opCount ?? 1;
      for (let op = pc; op < pc + opCount; op += 1) this.#errorWays[op] = finder.of(node);
    }
  }

  #put({ node, pc }: PlacedNode, ops: readonly (Op | OpFunction)[]): void {
    const place = placeOf(node);
    for (const [offset, op] of ops.entries()) {
      this.#ops[pc + offset] = toOp(op);
      this.#places[pc + offset] = place;
    }
  }

  /** A way of the microflow that ends without an end event is a problem; such a microflow is not compiled. */
  #arrival(next: Next | undefined): Next {
    if (next !== undefined) return next;
    throw new Error(
      `A way of ${this.#analysis.microflow.name} ends without an end event. Check the project first.`,
    );
  }

  #lower(placed: PlacedNode): readonly (Op | OpFunction)[] {
    const { node, pc } = placed;
    const { element, definition } = node;
    if (!definition) throw new Error(`There is no activity ${element.kind}. Check the project first.`);
    const { index } = this.#context;
    const source = { analysis: this.#analysis, needs: this.#needs, index, element, definition };
    const lowering = structure.get(element.kind);
    if (!lowering) {
      const next = this.#arrival(this.#layout.behind(node));
      return [this.#context.compilers.compile(new ActivityFields({ ...source, next }))];
    }
    return lowering.lower({
      ...source,
      pc,
      loop: placed.loop,
      next: () => this.#arrival(this.#layout.behind(node)),
      nextFor: (outcome) => this.#layout.behindOutcome(node, outcome),
      bodyEntry: () => this.#bodyEntry(node),
    });
  }

  #bodyEntry({ body }: FlowNode): Next | undefined {
    return body?.entry && this.#layout.arriveAt(body.entry);
  }

  #parameters(): ProgramParameter[] {
    const { graph, variables } = this.#analysis;
    const elements = graph.top.apart.filter(({ element }) => element.kind === parameter.kind);
    return elements.map(({ element }) => {
      const variable = variables.find((made) => made.element.id === element.id);
      if (!variable?.type || variable.type.kind === "unknown")
        throw new Error(`Parameter ${element.id} has no type. Check the project first.`);
      const { name, type, slot } = variable;
      return { name, type, slot, isRequired: readField("boolean", element.fields["isRequired"]) ?? true };
    });
  }
}

/**
 * Compiles a microflow whose problems, if any, are no errors. Throws an `Error` for one that was not checked.
 *
 * @example compileMicroflow(index.microflow("Sales.Total"), { index, catalog, compilers }).ops.length
 */
export function compileMicroflow(microflow: MicroflowRecord, context: CompileContext): Program {
  return new MicroflowCompiler(microflow, context).compile();
}
