import { join } from "node:path";
import type { Implementation } from "./implementations/implementation.ts";
import { RegionInstance, type RunningRegion, type Seed, stoppedError } from "./region-instance.ts";
import { regionFolderName } from "./region-name.ts";

export interface RegionInstancesOptions {
  readonly implementation: Implementation;
  /** Each implementation and region has its own folder below this one: they cannot read each other's files. */
  readonly dataFolder: string;
  readonly seed: Seed | undefined;
  readonly log: (line: string) => void;
  readonly onRestart: (region: RunningRegion) => void;
}

/** The regions of one data folder, each started at its first use. */
export class RegionInstances {
  readonly implementation: Implementation["name"];
  readonly #options: RegionInstancesOptions;
  readonly #instances = new Map<string, RegionInstance>();
  #isStopped = false;

  constructor(options: RegionInstancesOptions) {
    this.implementation = options.implementation.name;
    this.#options = options;
  }

  async endpointFor(region: string, signal?: AbortSignal): Promise<string> {
    if (this.#isStopped) throw stoppedError("The embedded DynamoDB");
    return orAborted(this.#instance(regionFolderName(region)).endpoint, signal);
  }

  async regions(): Promise<readonly RunningRegion[]> {
    return [...this.#instances.values()]
      .map((instance) => instance.describe())
      .filter((found) => found !== undefined);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#instances.values()].map((instance) => instance.stop()));
    this.#instances.clear();
  }

  /** Ends all children without waiting: for a process that is exiting. */
  kill(): void {
    for (const instance of this.#instances.values()) instance.kill();
  }

  #instance(region: string): RegionInstance {
    const present = this.#instances.get(region);
    if (present !== undefined && !present.isOver) return present;
    const { dataFolder, ...options } = this.#options;
    const folder = join(dataFolder, this.implementation, region);
    const instance = new RegionInstance({ ...options, region, folder });
    this.#instances.set(region, instance);
    return instance;
  }
}

/** Only this caller stops waiting; the start goes on for the others. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", abort));
}
