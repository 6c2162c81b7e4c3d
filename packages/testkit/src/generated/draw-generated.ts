import {
  call,
  changeList,
  changeObject,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  disabled,
  end,
  errorEvent,
  handling,
  log,
  loop,
  type MemberSketch,
  merge,
  retrieve,
} from "../project/elements.ts";
import type { DrawingSketch, ElementSketch, MicroflowSketch } from "../project/microflow-sketch.ts";
import type { ModuleSketch } from "../project/project-sketch.ts";
import { Choices, ExpressionWriter, SampleScope, type SampleType, type SampleVariable } from "./generated-scope.ts";
import type { GeneratedFlows, GeneratedStep, SimpleStepKind } from "./generated-step.ts";
import { isSampleKindOf, sampleAttributes, sampleSteps, shopModel } from "./shop-model.ts";

/** The microflow with which a run of generated flows begins. */
export const generatedMicroflow = "Shop.Flow0";

/** Where a flow has to go on from: an element, by an outcome where it is a decision. */
interface OpenEnd {
  readonly key: string;
  readonly outcome?: string;
  /** It goes on when the element fails. */
  readonly isError?: boolean;
}

/** What has been drawn up to a place. */
interface Drawn {
  readonly scope: SampleScope;
  /** `undefined` before the first element of a body; empty where every way has ended. */
  readonly openEnds: readonly OpenEnd[] | undefined;
}

/** A microflow that a generated one may call. */
interface Callee {
  readonly name: string;
  readonly parameters: readonly SampleVariable[];
  readonly returns: SampleType | undefined;
}

const scalarTypes = ["Integer", "String", "Boolean", "Decimal", "State"] as const;
const entities = Object.keys(sampleAttributes);
const outcomesOfState = ["Open", "Closed|(empty)", "Lost"];

function typeText(type: SampleType): string {
  if (type.kind === "State") return "Enumeration(Shop.State)";
  if ("entity" in type) return `${type.kind === "object" ? "Object" : "List"}(${type.entity})`;
  return type.kind;
}

/** Draws the elements of one graph: those of a microflow or of a loop's body. */
class GraphDrawing {
  readonly elements: Record<string, ElementSketch> = {};
  readonly flows: string[] = [];
  readonly #microflow: MicroflowDrawing;
  readonly #mayEnd: boolean;

  constructor(microflow: MicroflowDrawing, mayEnd: boolean) {
    this.#microflow = microflow;
    this.#mayEnd = mayEnd;
  }

  drawing(): DrawingSketch {
    return { elements: this.elements, flows: this.flows };
  }

  put(element: ElementSketch, { scope, openEnds }: Drawn, key = this.#microflow.newName("e")): Drawn {
    this.elements[key] = element;
    for (const from of openEnds ?? []) this.#join(from, key);
    return { scope, openEnds: [{ key }] };
  }

  #join({ key, outcome, isError = false }: OpenEnd, to: string): void {
    const label = isError ? "!" : outcome;
    this.flows.push(label === undefined ? `${key} > ${to}` : `${key} ${label}> ${to}`);
  }

  /** Leads several ways, or one that is an outcome, into a merge. */
  close(drawn: Drawn): Drawn {
    const ends = drawn.openEnds ?? [];
    return ends.length > 1 || ends.some(({ outcome }) => outcome !== undefined) ? this.put(merge, drawn) : drawn;
  }

  steps(steps: readonly GeneratedStep[], start: Drawn): Drawn {
    return steps.reduce((drawn, step) => (drawn.openEnds?.length === 0 ? drawn : this.#step(step, drawn)), start);
  }

  #step(step: GeneratedStep, drawn: Drawn): Drawn {
    const choices = new Choices(step.choices);
    switch (step.kind) {
      case "decision":
        return this.#branches(step.branches, ["true", "false"], { drawn, choices, type: { kind: "Boolean" } });
      case "enumerationDecision":
        return this.#branches(step.branches, outcomesOfState, { drawn, choices, type: { kind: "State" } });
      case "loop":
        return this.#loop(step.body, choices, drawn);
      case "repeat":
        return this.#repeat(step.body, choices, drawn);
      case "endHere":
        if (!this.#mayEnd) return drawn;
        return { ...this.put(this.#microflow.endOf(choices, drawn.scope), drawn), openEnds: [] };
      default:
        return this.#simple(step.kind, choices, drawn);
    }
  }

  #simple(kind: SimpleStepKind, choices: Choices, drawn: Drawn): Drawn {
    const made = this.#microflow.activity(kind, choices, drawn.scope);
    if (!made) return drawn;
    if (choices.below(12) === 11) return this.put(disabled(made.element), drawn);
    const scope = made.output ? drawn.scope.with(made.output) : drawn.scope;
    switch (choices.below(8)) {
      case 5:
        return { ...this.put(handling("continue", made.element), drawn), scope };
      case 6:
        return this.#handled(handling("customWithRollback", made.element), choices, { drawn, scope });
      case 7:
        return this.#handled(handling("customWithoutRollback", made.element), choices, { drawn, scope });
      default:
        return { ...this.put(made.element, drawn), scope };
    }
  }

  /** An activity with an error handler that logs the error, then raises it again, or joins the way from the activity. */
  #handled(
    element: ElementSketch,
    choices: Choices,
    { drawn, scope }: { readonly drawn: Drawn; readonly scope: SampleScope },
  ): Drawn {
    const key = this.#microflow.newName("e");
    this.put(element, drawn, key);
    const failed: Drawn = { scope: drawn.scope, openEnds: [{ key, isError: true }] };
    const logged = this.put(log("'handled ' + $latestError/ErrorType"), failed);
    if (choices.below(2) === 0) {
      this.put(errorEvent, logged);
      return { scope, openEnds: [{ key }] };
    }
    return this.close({ scope: drawn.scope, openEnds: [{ key }, ...(logged.openEnds ?? [])] });
  }

  #branches(
    branches: readonly (readonly GeneratedStep[])[],
    outcomes: readonly string[],
    { drawn, choices, type }: { readonly drawn: Drawn; readonly choices: Choices; readonly type: SampleType },
  ): Drawn {
    const key = this.#microflow.newName("d");
    const condition = new ExpressionWriter(choices, drawn.scope).write(type);
    this.put(decision(condition), drawn, key);
    const ends = outcomes.flatMap((outcome, position) => {
      const branch = { scope: drawn.scope, openEnds: [{ key, outcome }] };
      return this.steps(branches[position] ?? [], branch).openEnds ?? [];
    });
    return this.close({ scope: drawn.scope, openEnds: ends });
  }

  #loop(body: readonly GeneratedStep[], choices: Choices, drawn: Drawn): Drawn {
    const list = choices.pick(drawn.scope.ofKind("list"));
    if (!list || !("entity" in list.type)) return drawn;
    const name = this.#microflow.newName("Iterator");
    const iterator: SampleVariable = { name, type: { kind: "object", entity: list.type.entity } };
    const inside = new GraphDrawing(this.#microflow, false);
    const over = inside.steps(body, { scope: drawn.scope.insideLoop(iterator), openEnds: undefined });
    inside.close(over);
    const each = loop(list.name, name, inside.drawing());
    return this.put(choices.below(4) === 3 ? handling("continue", each) : each, drawn);
  }

  /** Does its body once or more: a counter, a merge, the body, and a decision that leads back. */
  #repeat(body: readonly GeneratedStep[], choices: Choices, drawn: Drawn): Drawn {
    const name = this.#microflow.newName("Counter");
    const counted = this.put(createVariable(name, "Integer", "0"), drawn);
    const again = this.#microflow.newName("m");
    const after = this.steps(body, this.put(merge, counted, again));
    if (after.openEnds?.length === 0) return after;
    const key = this.#microflow.newName("d");
    this.put(decision(`$${name} < ${choices.below(3)}`), this.put(changeVariable(name, `$${name} + 1`), after), key);
    this.#join({ key, outcome: "true" }, again);
    return { scope: after.scope, openEnds: [{ key, outcome: "false" }] };
  }
}

/** An activity and the variable that it makes. */
interface MadeActivity {
  readonly element: ElementSketch;
  readonly output?: SampleVariable;
}

type DrawActivity = (choices: Choices, scope: SampleScope) => MadeActivity | undefined;

/** Draws one microflow. */
class MicroflowDrawing {
  readonly #returns: SampleType | undefined;
  readonly #callees: readonly Callee[];
  #names = 0;

  constructor(returns: SampleType | undefined, callees: readonly Callee[]) {
    this.#returns = returns;
    this.#callees = callees;
  }

  newName(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  endOf(choices: Choices, scope: SampleScope): ElementSketch {
    return this.#returns ? end(new ExpressionWriter(choices, scope).write(this.#returns)) : end();
  }

  activity(kind: SimpleStepKind, choices: Choices, scope: SampleScope): MadeActivity | undefined {
    return kind === "endHere" ? undefined : this.#activities[kind](choices, scope);
  }

  readonly #activities: Readonly<Record<Exclude<SimpleStepKind, "endHere">, DrawActivity>> = {
    createObject: (choices, scope) => {
      const entity = choices.pick(entities) ?? "";
      const output: SampleVariable = { name: this.newName("Object"), type: { kind: "object", entity } };
      return { element: createObject(entity, output.name, this.#members(entity, choices, scope)), output };
    },
    changeObject: (choices, scope) => {
      const object = choices.pick(scope.ofKind("object"));
      if (!object || !("entity" in object.type)) return undefined;
      const members = this.#members(object.type.entity, choices, scope, true);
      return members.length === 0 ? undefined : { element: changeObject(object.name, members) };
    },
    createList: (choices) => {
      const entity = choices.pick(entities) ?? "";
      const output: SampleVariable = { name: this.newName("List"), type: { kind: "list", entity } };
      return { element: createList(entity, output.name), output };
    },
    changeList: (choices, scope) => {
      const list = choices.pick(scope.ofKind("list"));
      if (!list || !("entity" in list.type)) return undefined;
      const operation = choices.pick(["add", "add", "add", "remove", "replace", "clear"] as const) ?? "add";
      if (operation === "clear") return { element: changeList(list.name, operation) };
      const kind = choices.below(4) === 3 ? "list" : "object";
      const value = new ExpressionWriter(choices, scope).write({ kind, entity: list.type.entity });
      return { element: changeList(list.name, operation, value) };
    },
    createVariable: (choices, scope) => {
      const type: SampleType = { kind: choices.pick(scalarTypes) ?? "Integer" };
      const output: SampleVariable = { name: this.newName("Variable"), type };
      const value = choices.below(6) === 5 ? undefined : new ExpressionWriter(choices, scope).write(type);
      return { element: createVariable(output.name, typeText(type), value), output };
    },
    changeVariable: (choices, scope) => {
      const scalars = scalarTypes.flatMap((kind) => scope.ofKind(kind));
      const variable = choices.pick(scalars.filter(({ name }) => name.startsWith("Variable")));
      if (!variable) return undefined;
      return { element: changeVariable(variable.name, new ExpressionWriter(choices, scope).write(variable.type)) };
    },
    retrieve: (choices, scope) => {
      const object = choices.pick(scope.ofKind("object"));
      const entity = object && "entity" in object.type ? object.type.entity : "";
      const step = choices.pick(sampleSteps.filter(({ from }) => isSampleKindOf(entity, from)));
      if (!object || !step) return undefined;
      const type: SampleType = { kind: step.isSingle ? "object" : "list", entity: step.to };
      const output: SampleVariable = { name: this.newName("Found"), type };
      const { association, end: from } = step;
      return { element: retrieve(object.name, { association, end: from }, output.name), output };
    },
    log: (choices, scope) => ({ element: log(new ExpressionWriter(choices, scope).write({ kind: "String" })) }),
    call: (choices, scope) => {
      const callee = choices.pick(this.#callees);
      if (!callee) return undefined;
      const writer = new ExpressionWriter(choices, scope);
      const list = callee.parameters.map(({ name, type }) => [name, writer.write(type)] as const);
      const output = callee.returns && { name: this.newName("Result"), type: callee.returns };
      const element = call(callee.name, Object.fromEntries(list), output?.name);
      return output ? { element, output } : { element };
    },
  };

  #members(entity: string, choices: Choices, scope: SampleScope, isChange = false): MemberSketch & readonly unknown[] {
    const writer = new ExpressionWriter(choices, scope);
    const attributes = (sampleAttributes[entity] ?? []).filter(() => choices.below(2) === 1);
    const values = attributes.map(({ name, type }) => ({ member: name, value: writer.write({ kind: type }) }));
    const owned = sampleSteps.filter((step) => step.end === "owner" && isSampleKindOf(entity, step.from));
    const links = owned
      .filter(() => choices.below(3) === 2)
      .map(({ association, to, isSingle }) => {
        const kind = isSingle || choices.below(2) === 0 ? "object" : "list";
        const operation = isChange && !isSingle ? choices.pick(["set", "add", "remove"] as const) : undefined;
        const value = writer.write({ kind, entity: to });
        return { member: association, value, ...(operation ? { operation } : {}) };
      });
    return [...values, ...links];
  }
}

const returnTypes: readonly (SampleType | undefined)[] = [
  { kind: "list", entity: "Shop.Order" },
  { kind: "Integer" },
  { kind: "object", entity: "Shop.Order" },
  { kind: "Decimal" },
  undefined,
  { kind: "String" },
  { kind: "list", entity: "Shop.Line" },
  { kind: "State" },
  { kind: "Boolean" },
];

const parametersOfFlows: readonly (readonly SampleVariable[])[] = [
  [
    { name: "Size", type: { kind: "Integer" } },
    { name: "Name", type: { kind: "String" } },
    { name: "Orders", type: { kind: "list", entity: "Shop.Order" } },
  ],
  [
    { name: "Amount", type: { kind: "Decimal" } },
    { name: "Order", type: { kind: "object", entity: "Shop.Order" } },
    { name: "Lines", type: { kind: "list", entity: "Shop.Line" } },
  ],
  [
    { name: "Flag", type: { kind: "Boolean" } },
    { name: "State", type: { kind: "State" } },
    { name: "Rush", type: { kind: "object", entity: "Shop.Rush" } },
  ],
];

function drawMicroflow(
  steps: readonly GeneratedStep[],
  { parameters, returns }: Callee,
  callees: readonly Callee[],
): MicroflowSketch {
  const drawing = new MicroflowDrawing(returns, callees);
  const graph = new GraphDrawing(drawing, true);
  const drawn = graph.steps(steps, { scope: new SampleScope(parameters), openEnds: [{ key: "start" }] });
  if (drawn.openEnds && drawn.openEnds.length > 0) {
    graph.put(drawing.endOf(new Choices([steps.length, 1, 2, 3]), drawn.scope), drawn, "end");
  }
  return {
    isBare: true,
    parameters: Object.fromEntries(parameters.map(({ name, type }) => [name, typeText(type)])),
    returns: returns ? typeText(returns) : "Nothing",
    elements: { start: { kind: "start" }, ...graph.elements },
    flows: graph.flows,
  };
}

/**
 * Draws generated microflows: a module `Shop` whose `Flow0` takes `Size`, `Name` and `Orders`. It has no errors.
 *
 * @example fc.assert(fc.property(generatedFlows, (generated) => runs(drawGenerated(generated))))
 */
export function drawGenerated({ flows }: GeneratedFlows): ModuleSketch {
  const callees = flows.map((steps, position): Callee => {
    const returns = returnTypes[(steps.length + position) % returnTypes.length];
    return { name: `Shop.Flow${position}`, parameters: parametersOfFlows[position] ?? [], returns };
  });
  const microflows = flows.map((steps, position) => {
    const own = callees[position] as Callee;
    return [`Flow${position}`, drawMicroflow(steps, own, callees.slice(position + 1))] as const;
  });
  return { ...shopModel, microflows: Object.fromEntries(microflows) };
}
