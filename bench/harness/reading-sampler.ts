import type { DownloadSizeMeasure } from "./measure.ts";
import type { Sampler } from "./sampler.ts";

/** Reads a figure that needs no process of its own. */
export class ReadingSampler implements Sampler {
  readonly #measure: DownloadSizeMeasure;

  constructor(measure: DownloadSizeMeasure) {
    this.#measure = measure;
  }

  async sample(): Promise<number> {
    return this.#measure.kilobytes();
  }

  async close(): Promise<void> {}
}
