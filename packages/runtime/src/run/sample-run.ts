import { createObject, type EntityShape, ObjectIds } from "@rivulet/values";
import type { Program } from "../compile/program.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import { executionOf } from "./execute-run.ts";
import { prepareRun, type RunSurroundings } from "./run-program.ts";
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

/** A number of attributes for each of the layouts that objects have. */
const layoutSizes = [2, 4, 8, 9];

function shapeOf(size: number): EntityShape {
  const attributes = Array.from({ length: size }, (_, slot) => {
    return { name: `a${slot}`, type: { kind: "long" }, slot, initialValue: null } as const;
  });
  const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return { name: "", generalization: null, isPersistable: false, attributes, attributesByName };
}

/**
 * A run that never begins, and an object of every layout. Whoever runs flows again and again keeps them: V8 throws
 * compiled code away when the last object of a class that the code was made for is collected, which between two runs
 * is always the case (docs/decisions/0009-runtime-speed.md).
 */
export function sampleRun(surroundings: RunSurroundings): readonly unknown[] {
  const mask = new SecretMask(() => []);
  const start = { surroundings, needsPatterns: false, options: { settings: noSettings }, mask };
  const { state } = prepareRun(noProgram, [], start);
  return [executionOf(state), new ObjectIds(), ...layoutSizes.map((size) => createObject(shapeOf(size)))];
}
