import type { ImplementationName } from "./implementations/implementation.ts";
import type { RunningRegion } from "./region-instance.ts";

/** DynamoDB on this machine, one isolated set of tables a region. It takes any credentials. */
export interface EmbeddedDynamoDB extends AsyncDisposable {
  readonly implementation: ImplementationName;
  /** True when this process runs it; false when another one does and this one has joined it. */
  readonly isOwner: boolean;
  /**
   * The endpoint of a region, for example `http://127.0.0.1:40123`. The region's first use starts and seeds it; all who
   * ask meanwhile wait for the same start. Ask again for each run: the answer changes when a region had to move.
   *
   * @throws {EmbeddedDynamoDBError} `region-invalid`, `start-failed`, `stopped`, `owner-gone`, or what the seed threw
   */
  endpointFor(region: string, signal?: AbortSignal): Promise<string>;
  /** The regions that run now, in the order of their first use. */
  regions(): Promise<readonly RunningRegion[]>;
  /** The owner ends all regions and waits until they are gone; one that joined only lets go. */
  stop(): Promise<void>;
}
