import type { JsonValue } from "@rivulet/model";
import type { RunAs, StoredRun } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";

/** What a run began with, to begin another with the same. */
export interface RepeatedRun {
  readonly microflow: string;
  readonly configuration: string;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly as: RunAs | undefined;
}

/** Reads what a run began with. Throws `run-not-repeatable` where it is not known any more. */
export function repeatRun({
  id,
  microflow,
  configuration,
  parameters,
  cut,
  redacted,
  as,
}: StoredRun): RepeatedRun {
  const refuse = (reason: string): never => {
    const detail = `Run ${id} cannot be repeated: ${reason} Run ${microflow} with parameters of your own.`;
    throw new HttpProblem("run-not-repeatable", detail);
  };
  if (parameters === undefined) return refuse("its parameters were not written down.");
  if (redacted.includes("parameters")) return refuse("its parameters hold secrets, which are not kept.");
  if (cut.includes("parameters")) return refuse("its parameters were not kept as a whole.");
  return { microflow, configuration, parameters: parameters as RepeatedRun["parameters"], as };
}
