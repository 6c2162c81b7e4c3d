import { createEnvironment } from "@rivulet/expressions/environment";
import { hasErrors, type JsonValue } from "@rivulet/model";
import { buildProject, drawGenerated, type GeneratedFlows, generatedMicroflow } from "@rivulet/testkit";
import { type DataType, ObjectIds, type Value, valueFromJson, valueToJson } from "@rivulet/values";
import { createEngine } from "../engine/create-engine.ts";
import { plainSettings } from "../engine/engine.test-support.ts";
import type { LoadedProject } from "../engine/engine.ts";
import type { LogEntry } from "../ports/effect-port.ts";
import { ReferenceFailure, ReferenceInterpreter } from "./reference-interpreter.test-support.ts";

/** What can be seen of a run, in plain form. */
export interface Observation {
  readonly result?: JsonValue;
  readonly failure?: {
    readonly code: string;
    readonly microflow: string | undefined;
    readonly activity: string | undefined;
    readonly field: string | undefined;
  };
  readonly log: readonly string[];
  readonly steps: number;
}

const limits = { steps: 3_000, listSize: 200 };

const line = (amount: number, label: string) => ({ $entity: "Shop.Line", Amount: amount, Label: label });

const orders = [
  { $entity: "Shop.Order", $id: "a", Number: 1, Title: "first", State: "Open", Total: "1.5" },
  { $entity: "Shop.Rush", Number: 2, Count: 3, IsPaid: true, "Shop.Order_Related": ["a"] },
  { $entity: "Shop.Order", Number: "9007199254740993", "Shop.Line_Order": [line(1, "x"), line(2, "y")] },
  { $ref: "a" },
];

const parameters: Readonly<Record<string, JsonValue>> = { Size: 3, Name: "shop", Orders: orders };

/** The reference knows the codes of failures, not their words. */
function withoutReason(message: string): string {
  return message.replace(/^(Went on after the error [^:]*):.*$/s, "$1");
}

async function observeRuntime(
  project: LoadedProject,
  engine: ReturnType<typeof createEngine>,
): Promise<Observation> {
  const lines: LogEntry[] = [];
  const outcome = await engine.run(project, generatedMicroflow, {
    settings: plainSettings,
    parameters,
    limits,
    log: (entry) => lines.push(entry),
  });
  const log = lines.map(({ level, message }) => `${level} ${withoutReason(message)}`);
  const { steps } = outcome;
  if (outcome.status === "completed") return { result: outcome.toJson({ expand: 3 }), log, steps };
  const { code, place } = outcome.error;
  const { microflow, activity, field } = place;
  return { failure: { code, microflow, activity, field }, log, steps };
}

function valueOf(json: JsonValue, type: DataType, project: LoadedProject): Value {
  const read = valueFromJson(json, type, { model: project.index });
  if ("value" in read) return read.value;
  throw new Error(JSON.stringify(read.faults));
}

function observeReference(project: LoadedProject): Observation {
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => true,
  });
  const reference = new ReferenceInterpreter(project, environment, limits);
  const given = new Map<string, Value>([
    ["Size", valueOf(3, { kind: "integer" }, project)],
    ["Name", "shop"],
    ["Orders", valueOf(orders, { kind: "list", entity: "Shop.Order" }, project)],
  ]);
  try {
    const value = reference.run(generatedMicroflow, given);
    const type = project.index.microflow(generatedMicroflow)?.returnType ?? { kind: "nothing" };
    const options = {
      ids: new ObjectIds(),
      expand: 3,
      associationsOf: (entity: string) => project.index.associationsOf(entity),
    };
    return { result: valueToJson(value, type, options), log: reference.log, steps: reference.steps };
  } catch (error) {
    if (!(error instanceof ReferenceFailure)) throw error;
    const { code, microflow, activity, field } = error;
    return { failure: { code, microflow, activity, field }, log: reference.log, steps: reference.steps };
  }
}

/** Runs generated microflows with the runtime and with the reference. Throws when they have problems. */
export async function observeBoth(
  generated: GeneratedFlows,
): Promise<{ runtime: Observation; reference: Observation }> {
  const engine = createEngine();
  const project = engine.fromRecords(buildProject({ modules: { Shop: drawGenerated(generated) } }).records);
  const problems = project.check();
  if (hasErrors(problems))
    throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === "error")));
  return { runtime: await observeRuntime(project, engine), reference: observeReference(project) };
}
