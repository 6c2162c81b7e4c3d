import { prepareDataFolder } from "./data-folder/data-folder.ts";
import { holdDataFolder } from "./data-folder/hold.ts";
import type { EmbeddedDynamoDB } from "./embedded-dynamodb.ts";
import { chooseImplementation, type ImplementationChoice } from "./implementations/choose-implementation.ts";
import type { RunningRegion, Seed } from "./region-instance.ts";
import { RegionInstances } from "./region-instances.ts";

export interface EmbeddedDynamoDBOptions extends ImplementationChoice {
  /** Absolute path of the folder that keeps the tables. Left out: a temporary one, gone at the end. */
  readonly dataFolder?: string;
  /** Fills each region at its first use, once in the life of the data folder. */
  readonly seed?: Seed;
  /** Gets a line in plain words for each start, end and restart of a region. */
  readonly log?: (line: string) => void;
  /** Told when a region answers again after it ended by itself. */
  readonly onRestart?: (region: RunningRegion) => void;
  /** Stops everything when aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Starts the embedded DynamoDB of a data folder. No region runs yet: each is started at its first use, as a supervised
 * child process of this one, bound to 127.0.0.1. The children never outlive this process and never hold it up.
 *
 * Rules: docs/decisions/0004-embedded-dynamodb.md.
 *
 * @throws {EmbeddedDynamoDBError} `data-folder-in-use` (see {@link openEmbeddedDynamoDB}), `data-folder-invalid`,
 * `implementation-missing`
 * @example
 * ```ts
 * await using dynamodb = await startEmbeddedDynamoDB({ dataFolder: "/home/ada/shop/.rivulet/dynamodb", seed: seedSampleTables });
 * const client = new DynamoDBClient({ region, endpoint: await dynamodb.endpointFor(region), credentials });
 * ```
 */
export async function startEmbeddedDynamoDB(options: EmbeddedDynamoDBOptions): Promise<EmbeddedDynamoDB> {
  options.signal?.throwIfAborted();
  const implementation = chooseImplementation(options);
  const folder = await prepareDataFolder(options.dataFolder);
  const regions = new RegionInstances({
    implementation,
    dataFolder: folder.path,
    seed: options.seed,
    log: options.log ?? (() => {}),
    onRestart: options.onRestart ?? (() => {}),
  });
  const held = await holdDataFolder(folder.path, regions);
  const killAll = () => regions.kill();
  process.once("exit", killAll);

  const stop = once(async () => {
    await held.closeDoor();
    await regions.stop();
    await held.release();
    process.removeListener("exit", killAll);
    await folder.dispose();
  });
  options.signal?.addEventListener("abort", () => void stop(), { once: true });
  return {
    implementation: regions.implementation,
    isOwner: true,
    endpointFor: (region, signal) => regions.endpointFor(region, signal),
    regions: () => regions.regions(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}
