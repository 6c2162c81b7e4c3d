import {
  callsOf,
  type FunctionCpuMeasure,
  type FunctionWallMeasure,
  type Json,
  type Surroundings,
} from "./measure.ts";
import { hasRival } from "./result.ts";
import type { Sampler } from "./sampler.ts";
import { SubjectProcess } from "./subject-process.ts";
import type { Side } from "./subject-protocol.ts";
import { openSurroundings, prepareSide } from "./subject-surroundings.ts";

type RepeatedMeasure = FunctionCpuMeasure | FunctionWallMeasure;

/** Samples sides that stay loaded: both in one process, or each in its own. */
export class RepeatingSampler implements Sampler {
  readonly #measure: RepeatedMeasure;
  readonly #surroundings: Surroundings<Json>;
  readonly #processes = new Map<Side, SubjectProcess>();

  private constructor(measure: RepeatedMeasure, surroundings: Surroundings<Json>) {
    this.#measure = measure;
    this.#surroundings = surroundings;
  }

  static async open(measure: RepeatedMeasure): Promise<RepeatingSampler> {
    const sampler = new RepeatingSampler(measure, await openSurroundings(measure));
    await sampler.#prepare();
    return sampler;
  }

  async #prepare(): Promise<void> {
    const sides: readonly Side[] = hasRival(this.#measure) ? ["ours", "theirs"] : ["ours"];
    const shared =
      this.#measure.processes === "one" ? new SubjectProcess(this.#measure.nodeOptions) : undefined;
    for (const side of sides) {
      const child = shared ?? new SubjectProcess(this.#measure.nodeOptions);
      this.#processes.set(side, child);
      await prepareSide(child, this.#measure, { side, context: this.#surroundings.content });
    }
  }

  sample(side: Side): Promise<number> {
    const child = this.#processes.get(side);
    if (child === undefined) throw new Error(`${this.#measure.name} has no ${side}`);
    const measure = this.#measure;
    return measure.kind === "function-cpu"
      ? child.ask({ ask: "cpu", side, calls: callsOf(measure, side) })
      : child.ask({ ask: "wall", side, calls: measure.calls });
  }

  async close(): Promise<void> {
    for (const child of this.#processes.values()) await child.close();
    await this.#surroundings.close();
  }
}
