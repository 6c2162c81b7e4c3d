import { callsOf, type Json, type Surroundings } from "./measure.ts";
import type { Sampler } from "./sampler.ts";
import { SubjectProcess } from "./subject-process.ts";
import type { Side, SubjectRequest } from "./subject-protocol.ts";
import { openSurroundings, prepareSide, type SubjectMeasure } from "./subject-surroundings.ts";

type FreshMeasure = Exclude<SubjectMeasure, { readonly kind: "function-wall" }>;

/** Samples each time in a process that has done nothing before. */
export class FreshProcessSampler implements Sampler {
  readonly #measure: FreshMeasure;
  readonly #surroundings: Surroundings<Json>;

  private constructor(measure: FreshMeasure, surroundings: Surroundings<Json>) {
    this.#measure = measure;
    this.#surroundings = surroundings;
  }

  static async open(measure: FreshMeasure): Promise<FreshProcessSampler> {
    return new FreshProcessSampler(measure, await openSurroundings(measure));
  }

  async sample(side: Side): Promise<number> {
    const child = new SubjectProcess(this.#measure.nodeOptions);
    try {
      await prepareSide(child, this.#measure, { side, context: this.#surroundings.content });
      return await child.ask(this.#gauge(side));
    } finally {
      await child.close();
    }
  }

  #gauge(side: Side): SubjectRequest {
    const measure = this.#measure;
    return measure.kind === "function-cpu"
      ? { ask: "cpu", side, calls: callsOf(measure, side) }
      : { ask: measure.kind, side };
  }

  close(): Promise<void> {
    return this.#surroundings.close();
  }
}
