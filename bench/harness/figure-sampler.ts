import type { FigureMeasure, FigureSource } from "./measure.ts";
import type { Sampler } from "./sampler.ts";
import type { Side } from "./subject-protocol.ts";

/** Samples what gives its figures itself. */
export class FigureSampler implements Sampler {
  readonly #sources: Readonly<Record<Side, FigureSource | undefined>>;

  private constructor(sources: Readonly<Record<Side, FigureSource | undefined>>) {
    this.#sources = sources;
  }

  static async open({ ours, theirs }: FigureMeasure): Promise<FigureSampler> {
    const sampler = new FigureSampler({ ours: await ours(), theirs: await theirs?.() });
    // The first sample fills caches: compiled code, decoded fonts.
    for (const side of ["ours", "theirs"] as const) await sampler.#sources[side]?.take();
    return sampler;
  }

  async sample(side: Side): Promise<number> {
    const source = this.#sources[side];
    if (!source) throw new Error(`There is nothing to measure as "${side}".`);
    return source.take();
  }

  async close(): Promise<void> {
    for (const source of Object.values(this.#sources)) await source?.close();
  }
}
