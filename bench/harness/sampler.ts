import { unreachable } from "@rivulet/values";
import { CommandSampler } from "./command-sampler.ts";
import { FigureSampler } from "./figure-sampler.ts";
import { FreshProcessSampler } from "./fresh-process-sampler.ts";
import type { Measure } from "./measure.ts";
import { ReadingSampler } from "./reading-sampler.ts";
import { RepeatingSampler } from "./repeating-sampler.ts";
import type { Side } from "./subject-protocol.ts";

/** Takes samples of either side of one measure, one at a time, in the measure's unit. */
export interface Sampler {
  sample(side: Side): Promise<number>;
  /** Ends every process and closes the surroundings. */
  close(): Promise<void>;
}

/** Makes ready to sample a measure. */
export async function openSampler(measure: Measure): Promise<Sampler> {
  switch (measure.kind) {
    case "command-cpu":
      return CommandSampler.open(measure);
    case "function-cpu":
      return measure.processes === "one-a-sample"
        ? FreshProcessSampler.open(measure)
        : RepeatingSampler.open(measure);
    case "function-wall":
      return RepeatingSampler.open(measure);
    case "peak-memory":
    case "memory-growth":
    case "event-loop-delay":
      return FreshProcessSampler.open(measure);
    case "download-size":
      return new ReadingSampler(measure);
    case "figure":
      return FigureSampler.open(measure);
    default:
      return unreachable(measure);
  }
}
