import type { ElementRecord } from "@rivulet/model";
import { ObjectIds } from "@rivulet/values";
import type { Program } from "../compile/program.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import { ActivityContext } from "./activity-context.ts";
import { executionOf } from "./execute-run.ts";
import { prepareRun, type RunSurroundings } from "./run-program.ts";
import { sampleObjects } from "./sample-objects.ts";
import { SecretMask } from "./secret-mask.ts";

const noProgram: Program = {
  microflow: "",
  parameters: [],
  returnType: { kind: "nothing" },
  needsPatterns: false,
  slotCount: 0,
  entry: 0,
  ops: [],
  places: [],
  specials: [],
  errorWays: [],
};

const noSettings: RunSettings = {
  configuration: "",
  endpoint: { kind: "aws" },
  region: undefined,
  constant: () => null,
  awsEnvironment: {},
};

const noElement: ElementRecord = {
  id: "",
  type: "element",
  parent: "",
  kind: "",
  fields: {},
};

/**
 * A run that never begins, what an activity is given in it, and objects of every layout. Whoever runs flows again and again keeps them: V8 throws
 * compiled code away when the last object of a class that the code was made for is collected, which between two runs
 * is always the case (docs/decisions/0009-runtime-speed.md).
 */
export function sampleRun(surroundings: RunSurroundings): readonly unknown[] {
  const mask = new SecretMask(() => []);
  const start = { surroundings, needsPatterns: false, options: { settings: noSettings }, mask };
  const { state } = prepareRun(noProgram, [], start);
  const place = { element: noElement, microflow: "", drawnOutcomes: new Set<string>() };
  const ofActivity = [new ActivityContext(state, place), state.abort.signal];
  return [executionOf(state), new ObjectIds(), ofActivity, sampleObjects()];
}
