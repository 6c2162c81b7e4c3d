import { type AssociationChoice, type MemberAssignment, readField } from "@rivulet/activities";
import { analyseMicroflow, type FlowGraph, type FlowNode, type MicroflowAnalysis } from "@rivulet/checks";
import { check, compile, type EvaluationEnvironment, EvaluationError, parse } from "@rivulet/expressions";
import type { JsonValue } from "@rivulet/model";
import {
  type AssociationEnd,
  createObject,
  type DataType,
  dataTypeOfAttribute,
  type EntityObject,
  link,
  linkedObjects,
  ObjectList,
  oppositeEnd,
  readAttribute,
  rememberLinks,
  seesOne,
  unlink,
  unlinkAll,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import type { LoadedProject } from "../engine/engine.ts";

/**
 * The slow, obvious way to run a microflow: walks the drawing element by element, looks everything up when it needs
 * it, keeps variables in a map. The runtime has to give the same result, the same log and the same failure.
 */

/** Why a reference run ended early. */
export class ReferenceFailure extends Error {
  readonly code: string;
  microflow: string | undefined;
  activity: string | undefined;
  field: string | undefined;

  constructor(code: string, field?: string) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

/** What a reference run may use. */
export interface ReferenceLimits {
  readonly steps: number;
  readonly listSize: number;
}

type Variables = Map<string, Value>;

/** What is known while one element is executed. */
interface Here {
  readonly node: FlowNode;
  readonly analysis: MicroflowAnalysis;
  readonly microflow: string;
  readonly variables: Variables;
}

/** Where a walk through a graph ended: at an end event with a result, or at a dead end of a body. */
type Arrival = { readonly result: Value } | "over";

/** Variables that a loop has for itself even when one around it has them too. */
const innerNames = new Set(["currentIndex", "latestError"]);

/** Runs microflows of one project; one object for each run. */
export class ReferenceInterpreter {
  /** What was logged, one line each: `level message`. */
  readonly log: string[] = [];
  steps = 0;
  readonly #project: LoadedProject;
  readonly #environment: EvaluationEnvironment;
  readonly #limits: ReferenceLimits;
  readonly #analyses = new Map<string, MicroflowAnalysis>();
  readonly #failures = new WeakMap<EntityObject, ReferenceFailure>();

  constructor(project: LoadedProject, environment: EvaluationEnvironment, limits: ReferenceLimits) {
    this.#project = project;
    this.#environment = environment;
    this.#limits = limits;
  }

  /** Runs a microflow to its end; throws a {@link ReferenceFailure}. */
  run(microflow: string, given: ReadonlyMap<string, Value>): Value {
    const analysis = this.#analysisOf(microflow);
    const arrival = this.#walk(analysis.graph.top, { analysis, microflow, variables: new Map(given) });
    if (arrival === "over") throw new Error(`${microflow} ends without an end event.`);
    return arrival.result;
  }

  #analysisOf(microflow: string): MicroflowAnalysis {
    const known = this.#analyses.get(microflow);
    if (known) return known;
    const record = this.#project.index.microflow(microflow);
    if (!record) throw new Error(`There is no ${microflow}.`);
    const analysis = analyseMicroflow(record, this.#project);
    this.#analyses.set(microflow, analysis);
    return analysis;
  }

  #walk(graph: FlowGraph, around: Omit<Here, "node">): Arrival {
    let node = graph.entry;
    while (node) {
      const here = { ...around, node };
      try {
        const next = this.#visit(here);
        if (next !== undefined && "result" in next) return next;
        node = next;
      } catch (error) {
        node = this.#wayAfter(failureOf(error, here), here);
      }
    }
    return "over";
  }

  /** Where the run goes on after a failure of this element; throws it when nothing handles it here. */
  #wayAfter(failure: ReferenceFailure, here: Here): FlowNode | undefined {
    const { node, variables } = here;
    if (failure.code.endsWith("-limit")) throw failure;
    if (node.element.errorHandling === "continue") {
      this.log.push(`warning Went on after the error ${failure.code}`);
      const output = node.definition?.fields.find(
        (field) => field.kind === "newVariable" && field.scope === "after",
      );
      const name = output && readField("newVariable", node.element.fields[output.name]);
      if (name) variables.set(name, null);
      return wayOn(node);
    }
    const handler = node.outgoing.find(({ isErrorHandler }) => isErrorHandler);
    if (!handler) throw failure;
    const shape = this.#project.index.shape("System.Error");
    if (!shape) throw new Error("There is no entity for errors.");
    const error = createObject(shape);
    writeAttribute(error, "ErrorType", failure.code);
    this.#failures.set(error, failure);
    variables.set("latestError", error);
    return handler.to;
  }

  /** Executes one element; gives the next one, or the result at an end event. */
  #visit(here: Here): FlowNode | { readonly result: Value } | undefined {
    const { node } = here;
    const { kind } = node.element;
    if (node.isSkipped || kind === "start" || kind === "merge") {
      // A circle of merges does nothing for ever: it has to count, or the limit would never be met.
      if (kind === "merge" && isCircle(node)) this.#step();
      return wayOn(node);
    }
    if (kind === "loop") return this.#loop(here);
    this.#step();
    if (kind === "end")
      return { result: this.#optional(here, "returnValue", here.analysis.microflow.returnType) };
    if (kind === "decision") return this.#decide(here);
    if (kind === "errorEvent") throw this.#raisedAgain(here);
    this.#execute(here);
    return wayOn(node);
  }

  #step(): void {
    if (this.steps >= this.#limits.steps) throw new ReferenceFailure("step-limit");
    this.steps += 1;
  }

  #loop(here: Here): FlowNode | undefined {
    this.#step();
    const { node, variables } = here;
    const items = [...this.#list(here, "list").items];
    const iterator = read(here, "newVariable", "iterator");
    for (const [position, item] of items.entries()) {
      this.#step();
      const inside = new Map(variables).set(iterator, item).set("currentIndex", position);
      try {
        const arrival = node.body?.entry ? this.#walk(node.body, { ...here, variables: inside }) : "over";
        if (arrival !== "over") throw new Error("An end event stands in a loop.");
      } catch (error) {
        this.#endRound(error, here);
      } finally {
        for (const name of variables.keys()) {
          if (!innerNames.has(name)) variables.set(name, inside.get(name) ?? null);
        }
      }
    }
    this.#step();
    return wayOn(node);
  }

  /** A round that failed is over, and the next one begins, where the loop says so. */
  #endRound(error: unknown, { node }: Here): void {
    const isOver = node.element.errorHandling === "continue" && error instanceof ReferenceFailure;
    if (!isOver || error.code.endsWith("-limit")) throw error;
    this.log.push(`warning Went on after the error ${error.code}`);
  }

  #decide(here: Here): FlowNode | undefined {
    const value = this.#evaluate(here, here.node.element.fields["condition"]);
    const outcome = value === null ? "(empty)" : String(value);
    const edge = here.node.outgoing.find(({ flow }) => flow.outcomes?.includes(outcome));
    if (!edge) throw new ReferenceFailure("empty-condition", "condition");
    return edge.to;
  }

  #raisedAgain({ variables }: Here): ReferenceFailure {
    const failure = this.#failures.get(variables.get("latestError") as EntityObject);
    if (!failure) throw new Error("No error is being handled.");
    return new ReferenceFailure(failure.code);
  }

  #execute(here: Here): void {
    const { kind, fields } = here.node.element;
    const { variables } = here;
    const make = (value: Value, field = "output") =>
      void variables.set(read(here, "newVariable", field), value);
    switch (kind) {
      case "createObject": {
        const shape = this.#project.index.shape(read(here, "entity", "entity"));
        if (!shape) throw new Error("There is no such entity.");
        const object = createObject(shape);
        this.#assign(here, object);
        return make(object);
      }
      case "changeObject":
        return this.#assign(here, this.#object(here, "object"));
      case "createList":
        return make(new ObjectList(read(here, "entity", "entity")));
      case "changeList":
        return this.#changeList(here);
      case "createVariable":
        return make(this.#optional(here, "value", read(here, "dataType", "type")));
      case "changeVariable": {
        const name = read(here, "variable", "variable");
        const type = here.analysis.scopeAt(here.node.element.id).variable(name)?.type;
        variables.set(name, this.#evaluate(here, fields["value"], type as DataType));
        return;
      }
      case "retrieveByAssociation":
        return make(this.#retrieve(here));
      case "logMessage": {
        const message = this.#evaluate(here, fields["message"], { kind: "string" }) ?? "";
        this.log.push(`${read(here, "choice", "level")} ${String(message)}`);
        return;
      }
      case "microflowCall":
        return this.#call(here);
      default:
        throw new Error(`The reference does not know ${kind}.`);
    }
  }

  /** All members or, when one fails, none. */
  #assign(here: Here, object: EntityObject): void {
    const members = (readField("memberAssignments", here.node.element.fields["members"]) ?? []).entries();
    const takeBack: (() => void)[] = [];
    for (const [position, assignment] of members) {
      try {
        takeBack.push(this.#assignMember(here, object, assignment));
      } catch (error) {
        for (const back of takeBack.reverse()) back();
        const failure = failureOf(error, here);
        failure.field ??= `members[${position}].value`;
        throw failure;
      }
    }
  }

  /** Sets one member; gives what takes it back. */
  #assignMember(
    here: Here,
    object: EntityObject,
    { member, operation = "set", value }: MemberAssignment,
  ): () => void {
    const attribute = object.shape.attributesByName.get(member);
    if (attribute) {
      const { type } = attribute;
      const assigned = this.#evaluate(here, value, dataTypeOfAttribute(type));
      const isTooLarge =
        type.kind === "integer" && assigned !== null && (assigned as number) !== Number(assigned) << 0;
      const isTooLong =
        type.kind === "string" &&
        ((assigned as string | null) ?? "").length > (type.maximumLength ?? Number.POSITIVE_INFINITY);
      const isMissing = type.kind === "boolean" && assigned === null;
      if (isTooLarge || isTooLong || isMissing) throw new ReferenceFailure("value-out-of-range");
      const before = readAttribute(object, member);
      writeAttribute(object, member, assigned);
      return () => writeAttribute(object, member, before);
    }
    const step = this.#project.index
      .associationsOf(object.shape.name)
      .find(({ association }) => association.name === member);
    if (!step) throw new Error(`There is no member ${member}.`);
    const { association, end, other } = step;
    const one: DataType = { kind: "object", entity: other };
    const types = step.isSingle ? [one] : [{ kind: "list", entity: other } as DataType, one];
    const operand = this.#evaluate(here, value, ...types);
    const others =
      operand instanceof ObjectList ? [...operand.items] : operand === null ? [] : [operand as EntityObject];
    const view = { object, association, end };
    const takeBack = rememberLinks(view, others);
    if (operation === "set") unlinkAll(view);
    for (const target of others) {
      if (operation === "remove") unlink(view, target);
      else link(view, target);
    }
    return takeBack;
  }

  #changeList(here: Here): void {
    const { fields } = here.node.element;
    const list = this.#list(here, "list");
    const operation = read(here, "choice", "operation");
    if (operation === "clear") return list.clear();
    // By the type of the variable: the list in it may have been made for a specialization.
    const type = here.analysis.scopeAt(here.node.element.id).variable(read(here, "variable", "list"))?.type;
    if (type?.kind !== "list") throw new Error("The variable holds no list.");
    const { entity } = type;
    const types: DataType[] = [
      { kind: "object", entity },
      { kind: "list", entity },
    ];
    const operand = this.#evaluate(here, fields["value"], ...types);
    const objects =
      operand instanceof ObjectList ? [...operand.items] : operand === null ? [] : [operand as EntityObject];
    if (operation === "remove") {
      for (const object of objects) list.remove(object);
      return;
    }
    if (operation === "replace") list.clear();
    if (list.items.length + objects.length > this.#limits.listSize) throw new ReferenceFailure("list-limit");
    for (const object of objects) list.add(object);
  }

  #retrieve(here: Here): Value {
    const choice = readField("association", here.node.element.fields["association"]) as AssociationChoice;
    const association = this.#project.index.association(choice.association);
    if (!association) throw new Error(`There is no association ${choice.association}.`);
    const end: AssociationEnd = choice.end;
    const found = linkedObjects({ object: this.#object(here, "start"), association, end });
    if (seesOne(association, end)) return found[0] ?? null;
    return new ObjectList(association[oppositeEnd(end)], found);
  }

  #call(here: Here): void {
    const call = readField("microflowCall", here.node.element.fields["call"]);
    const callee = call && this.#project.index.microflow(call.microflow);
    if (!call || !callee) throw new Error("Nothing is called.");
    const given = new Map<string, Value>();
    for (const child of this.#project.index.children(callee.id)) {
      if (child.type !== "element" || child.kind !== "parameter") continue;
      const name = readField("newVariable", child.fields["name"]) ?? "";
      try {
        given.set(
          name,
          this.#evaluate(here, call.arguments[name], readField("dataType", child.fields["type"])),
        );
      } catch (error) {
        const failure = failureOf(error, here);
        failure.field ??= `call.arguments.${name}`;
        throw failure;
      }
    }
    const result = this.run(call.microflow, given);
    const output = readField("newVariable", here.node.element.fields["output"]);
    if (output !== undefined) here.variables.set(output, result);
  }

  #object(here: Here, field: string): EntityObject {
    const value = here.variables.get(read(here, "variable", field)) ?? null;
    if (value === null) throw new ReferenceFailure("empty-object", field);
    return value as EntityObject;
  }

  #list(here: Here, field: string): ObjectList {
    const value = here.variables.get(read(here, "variable", field)) ?? null;
    if (value === null) throw new ReferenceFailure("empty-list-variable", field);
    return value as ObjectList;
  }

  #optional(here: Here, field: string, type: DataType): Value {
    const text = here.node.element.fields[field];
    return typeof text === "string" && text.trim() !== "" ? this.#evaluate(here, text, type) : null;
  }

  /** Evaluates an expression as the first of the types that it fits. */
  #evaluate(here: Here, text: JsonValue | undefined, ...types: readonly (DataType | undefined)[]): Value {
    if (typeof text !== "string" || text.trim() === "") return null;
    const { analysis, node, variables } = here;
    const scope = analysis.scopeAt(node.element.id);
    for (const type of types.length > 0 ? types : [undefined]) {
      const checked = check(parse(text), scope, type);
      if (!checked.isUsable) continue;
      const names = [...variables.keys()];
      const evaluate = compile(checked, { slotOf: (name) => names.indexOf(name) });
      return evaluate({ slots: [...variables.values()], environment: this.#environment });
    }
    throw new Error(`${text} has problems.`);
  }
}

function read<Kind extends "variable" | "newVariable" | "entity" | "choice" | "dataType">(
  { node, analysis }: Here,
  kind: Kind,
  field: string,
) {
  const value = readField(kind, node.element.fields[field]);
  if (value === undefined)
    throw new Error(`${node.element.id} of ${analysis.microflow.name} has no ${field}.`);
  return value;
}

function wayOn({ outgoing }: FlowNode): FlowNode | undefined {
  return outgoing.find(({ isErrorHandler }) => !isErrorHandler)?.to;
}

/** Whether only merges and disabled elements are on the way from a merge back to itself. */
function isCircle(start: FlowNode): boolean {
  const passed = new Set<FlowNode>();
  for (let node = wayOn(start); node && !passed.has(node); node = wayOn(node)) {
    if (node === start) return true;
    if (!node.isSkipped && node.element.kind !== "merge") return false;
    passed.add(node);
  }
  return false;
}

/** A failure with the place where it happened; the fields of single expressions are found by their only field. */
function failureOf(error: unknown, { node, microflow }: Pick<Here, "node" | "microflow">): ReferenceFailure {
  if (error instanceof EvaluationError) {
    const expressions = node.definition?.fields.filter(({ kind }) => kind === "expression") ?? [];
    return failureOf(new ReferenceFailure(error.code, expressions[0]?.name), { node, microflow });
  }
  if (!(error instanceof ReferenceFailure)) throw error;
  error.microflow ??= microflow;
  error.activity ??= node.element.id;
  return error;
}
