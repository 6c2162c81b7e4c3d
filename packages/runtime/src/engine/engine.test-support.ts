import type { JsonValue } from "@rivulet/model";
import { buildProject, type MicroflowSketch, type ModuleSketch } from "@rivulet/testkit";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { RunOptions, RunOutcome } from "../run/run.ts";
import { createEngine } from "./create-engine.ts";
import type { Engine, LoadedProject } from "./engine.ts";

/** Settings of a run that touches nothing outside. */
export const plainSettings: RunSettings = {
  configuration: "Test",
  endpoint: { kind: "aws" },
  region: undefined,
  constant: () => null,
  awsEnvironment: {},
};

/** A project with one module, `Shop`, in an engine of its own. */
export interface LoadedSample {
  readonly engine: Engine;
  readonly project: LoadedProject;
}

/** Loads a module that is written in few words under the name `Shop`. */
export function loadShop(shop: ModuleSketch, engine: Engine = createEngine()): LoadedSample {
  return { engine, project: engine.fromRecords(buildProject({ modules: { Shop: shop } }).records) };
}

/** What a run of a test gives: its result or error in plain form, and its log. */
export interface ObservedRun {
  readonly outcome: RunOutcome;
  readonly json: JsonValue | undefined;
  readonly error:
    | { readonly code: string; readonly activity: string | undefined; readonly field: string | undefined }
    | undefined;
  readonly log: readonly LogEntry[];
}

/** Runs a microflow of a sample to its end. */
export async function observe(
  { engine, project }: LoadedSample,
  microflow: string,
  options: Partial<RunOptions> = {},
): Promise<ObservedRun> {
  const log: LogEntry[] = [];
  const outcome = await engine.run(project, microflow, {
    settings: plainSettings,
    log: (entry) => log.push(entry),
    ...options,
  });
  if (outcome.status === "completed") return { outcome, json: outcome.toJson(), error: undefined, log };
  const { code, place } = outcome.error;
  return { outcome, json: undefined, error: { code, activity: place.activity, field: place.field }, log };
}

/** Runs one microflow, `Shop.Flow`, of a module with these entities. */
export async function runFlow(
  microflow: MicroflowSketch,
  { shop = {}, ...options }: Partial<RunOptions> & { readonly shop?: ModuleSketch } = {},
): Promise<ObservedRun> {
  const { microflows } = shop;
  return observe(loadShop({ ...shop, microflows: { ...microflows, Flow: microflow } }), "Shop.Flow", options);
}
