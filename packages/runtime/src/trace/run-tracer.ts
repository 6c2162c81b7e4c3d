import type { ActivityCatalog } from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { formatDataType, ObjectIds, type QualifiedName, type Value } from "@rivulet/values";
import type { ErrorWay } from "../compile/error-ways.ts";
import { toOp } from "../compile/op.ts";
import {
  frameChanged,
  type Next,
  nextAfterMuchWork,
  type Program,
  type Programs,
} from "../compile/program.ts";
import type { FlowError } from "../ports/flow-error.ts";
import { executeOp } from "../run/execute-op.ts";
import { failureAt } from "../run/failure.ts";
import type { Frame } from "../run/frame.ts";
import { findErrorWay } from "../run/handle-error.ts";
import { milliseconds } from "../run/milliseconds.ts";
import type { SecretMask } from "../run/secret-mask.ts";
import type {
  ElementStatus,
  ElementTrace,
  RunTrace,
  TracedError,
  TracedVariable,
  TraceStep,
} from "../wire/run-trace.ts";
import { ValueCutter } from "./cut-value.ts";
import { firstFlows, flowsAfterError, takenFlows } from "./taken-flows.ts";

/** Executions of an element that are kept with their values, one after the other; then those at twice the distance. */
const firstRounds = 20;
const mostSteps = 400;

/** What a tracer needs of the project that is run. */
export interface TracedProject extends Programs {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
}

/** An element that was begun and has not ended. */
interface OpenStep {
  readonly frame: Frame;
  readonly pc: Next;
  readonly element: string;
  readonly number: number;
  readonly round: number;
  readonly startedAt: number;
  /** The variables as they were, where the step is kept. */
  readonly before: readonly JsonValue[] | undefined;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function isKept(round: number): boolean {
  return round <= firstRounds || Number.isInteger(Math.log2(round / firstRounds));
}

/**
 * Watches one run. It gives the run programs of its own, in which each op tells of itself: a run that is not traced
 * executes the plain programs and pays nothing.
 */
export class RunTracer implements Programs {
  readonly #project: TracedProject;
  readonly #programs = new Map<QualifiedName, Program>();
  readonly #analyses = new Map<QualifiedName, MicroflowAnalysis>();
  readonly #cutter: ValueCutter;
  readonly #mask: SecretMask;
  readonly #elements = new Map<string, Writable<ElementTrace>>();
  readonly #flows = new Map<string, number>();
  readonly #steps: TraceStep[] = [];
  /** Calls that wait for the microflow that they called. */
  readonly #waiting = new Map<Frame, OpenStep>();
  #stepCount = 0;

  constructor(project: TracedProject, mask: SecretMask) {
    this.#project = project;
    this.#mask = mask;
    this.#cutter = new ValueCutter(new ObjectIds(), project.index, mask);
  }

  /** What was seen so far; also while the run is under way. */
  read(): RunTrace {
    return {
      elements: Object.fromEntries([...this.#elements].map(([id, element]) => [id, { ...element }])),
      flows: Object.fromEntries(this.#flows),
      steps: [...this.#steps],
      stepCount: this.#stepCount,
    };
  }

  programOf(microflow: QualifiedName): Program {
    const known = this.#programs.get(microflow);
    if (known) return known;
    const program = this.#project.programOf(microflow);
    const traced: Program = {
      ...program,
      ops: program.ops.map((op, pc) => toOp((frame) => this.#execute(frame, pc, () => executeOp(op, frame)))),
    };
    this.#programs.set(microflow, traced);
    return traced;
  }

  #execute(frame: Frame, pc: Next, op: () => Next | Promise<Next>): Next | Promise<Next> {
    const step = this.#begin(frame, pc);
    const failed = (error: unknown): never => {
      const failure = failureAt(error, { program: frame.program, pc });
      this.#failed(step, failure);
      throw failure;
    };
    try {
      const next = op();
      if (typeof next === "number") return this.#done(step, next);
      return next.then((later) => this.#done(step, later), failed);
    } catch (error) {
      return failed(error);
    }
  }

  #begin(frame: Frame, pc: Next): OpenStep {
    const { microflow, places, entry } = frame.program;
    const { id } = (places[pc] as Program["places"][number]).element;
    if (pc === entry && !this.#elements.has(id)) this.#count(firstFlows(this.#analysis(microflow).graph, id));
    const known = this.#elements.get(id);
    const element = known ?? {
      microflow,
      count: 0,
      lastDuration: 0,
      totalDuration: 0,
      status: "running",
      order: this.#elements.size + 1,
    };
    if (!known) this.#elements.set(id, element);
    element.status = "running";
    // The second op of a loop is its next round, not another loop.
    const isAnotherPart = places[pc - 1]?.element.id === id;
    if (!isAnotherPart) element.count += 1;
    this.#stepCount += 1;
    const round = element.count;
    const isWanted = !isAnotherPart && isKept(round) && this.#steps.length < mostSteps;
    const before = isWanted ? this.#values(frame) : undefined;
    return { frame, pc, element: id, number: this.#stepCount, round, startedAt: milliseconds(), before };
  }

  #done(step: OpenStep, next: Next): Next {
    const { frame } = step;
    if (next !== frameChanged) {
      this.#end(step, "done");
      this.#follow(frame, step.pc, next < 0 ? nextAfterMuchWork(next) : next);
      return next;
    }
    const { caller, run } = frame;
    if (run.frame !== null && run.frame !== caller) {
      this.#waiting.set(frame, step);
      return next;
    }
    this.#end(step, "done");
    const waiting = caller && this.#waiting.get(caller);
    if (waiting) {
      this.#waiting.delete(caller);
      this.#end(waiting, "done");
      this.#follow(caller, waiting.pc, caller.pc);
    }
    return next;
  }

  #end(step: OpenStep, status: ElementStatus, error?: TracedError): void {
    const { frame, pc, element: id, number, round, startedAt, before } = step;
    const element = this.#elements.get(id);
    if (!element) return;
    const duration = milliseconds() - startedAt;
    element.lastDuration = duration;
    element.totalDuration += duration;
    element.status = status;
    if (!before) return;
    const { microflow } = frame.program;
    const variables = this.#variables(frame, pc, before);
    this.#steps.push({
      number,
      round,
      element: id,
      microflow,
      depth: frame.depth,
      duration,
      status,
      ...(error ? { error } : {}),
      variables,
    });
  }

  /** A failure fails the calls that led to it, up to the one that handles it. */
  #failed(step: OpenStep, failure: FlowError): void {
    const { code } = failure;
    const message = this.#mask.text(failure.message);
    const handled = findErrorWay(failure, step.frame, step.pc);
    let current: OpenStep | undefined = step;
    for (let { frame } = step; current; ) {
      const isHandledHere = handled?.frame === frame;
      const handledBy = isHandledHere ? { handledBy: handled.way.kind } : {};
      // The error that ends the run is always kept; those that are handled only while there is room.
      const hasRoom = !handled || this.#steps.length < mostSteps;
      const before = current.before ?? (hasRoom ? this.#values(frame) : undefined);
      const status = isHandledHere ? "handled" : "failed";
      this.#end({ ...current, before }, status, { code, message, ...handledBy });
      if (isHandledHere) return this.#followError(current, handled.way);
      if (!frame.caller) return;
      frame = frame.caller;
      current = this.#waiting.get(frame);
      this.#waiting.delete(frame);
    }
  }

  #followError({ frame, pc }: OpenStep, { next, flow }: ErrorWay): void {
    if (!flow) return this.#follow(frame, pc, next);
    const { program } = frame;
    const reached = program.places[next]?.element.id;
    if (reached === undefined) return;
    this.#count(flowsAfterError(flow, this.#analysis(program.microflow).graph, reached));
  }

  #follow({ program }: Frame, from: Next, to: Next): void {
    const left = program.places[from]?.element.id;
    const reached = program.places[to]?.element.id;
    if (left === undefined || reached === undefined || (left === reached && to === from + 1)) return;
    this.#count(takenFlows(this.#analysis(program.microflow).graph, left, reached));
  }

  #count(flows: readonly string[]): void {
    for (const flow of flows) this.#flows.set(flow, (this.#flows.get(flow) ?? 0) + 1);
  }

  #values({ slots, program }: Frame): JsonValue[] {
    return this.#analysis(program.microflow).variables.map(({ type, slot }) => {
      const value = slots[slot] as Value;
      return type.kind === "unknown" ? null : this.#cutter.write(value, type);
    });
  }

  #variables(frame: Frame, pc: Next, before: readonly JsonValue[]): TracedVariable[] {
    const after = this.#values(frame);
    const own = frame.program.places[pc]?.element.id;
    return this.#analysis(frame.program.microflow).variables.flatMap(
      ({ name, type, element, reach }, position): TracedVariable[] => {
        const [earlier = null, later = null] = [before[position], after[position]];
        const isOwn = element.id === own;
        if (earlier === null && later === null && !isOwn && reach !== "everywhere") return [];
        const isNew = isOwn && earlier === null;
        const isChanged = isNew || JSON.stringify(earlier) !== JSON.stringify(later);
        const typeText = type.kind === "unknown" ? "" : formatDataType(type);
        const hasBefore = isChanged && !isNew;
        return [{ name, type: typeText, ...(hasBefore ? { before: earlier } : {}), after: later, isChanged }];
      },
    );
  }

  #analysis(microflow: QualifiedName): MicroflowAnalysis {
    const known = this.#analyses.get(microflow);
    if (known) return known;
    const { index, catalog } = this.#project;
    const record = index.microflow(microflow);
    if (!record) throw new Error(`There is no microflow ${microflow}.`);
    const analysis = analyseMicroflow(record, { index, catalog });
    this.#analyses.set(microflow, analysis);
    return analysis;
  }
}
