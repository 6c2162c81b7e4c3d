import type { RunTrace, TraceStep } from "../wire/run-trace.ts";
import { sizeOf } from "./bounded-json.ts";

/**
 * A trace of which the steps have at most so many characters of JSON. Those that failed stay longest, then the first
 * ones; how often elements and flows were executed is always kept.
 */
export function boundedTrace(trace: RunTrace, characters: number): RunTrace {
  if (sizeOf(trace.steps) <= characters) return trace;
  const kept = new Set<TraceStep>();
  let left = characters;
  const keep = (steps: readonly TraceStep[]): void => {
    for (const step of steps) {
      const size = sizeOf(step);
      if (size > left) continue;
      left -= size;
      kept.add(step);
    }
  };
  const hasFailed = ({ error }: TraceStep): boolean => error !== undefined;
  keep(trace.steps.filter(hasFailed));
  keep(trace.steps.filter((step) => !hasFailed(step)));
  const steps = trace.steps.filter((step) => kept.has(step));
  return { ...trace, steps, cutSteps: trace.steps.length - steps.length };
}
