import { join } from "node:path";
import type { EmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import type { EmbeddedEndpoints } from "@rivulet/runtime";
import type { RunningRegion } from "../pages/status-page.ts";

/** What the embedded DynamoDB of a project needs to know. */
export interface ProjectDynamoDBOptions {
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
}

/**
 * The embedded DynamoDB of a project. It is loaded and started when a flow first asks for an address, joined when a
 * command runs it already, and ended with the server.
 */
export class ProjectDynamoDB implements EmbeddedEndpoints {
  readonly #options: ProjectDynamoDBOptions;
  #opening: Promise<EmbeddedDynamoDB> | undefined;

  constructor(options: ProjectDynamoDBOptions) {
    this.#options = options;
  }

  endpointFor = async (region: string): Promise<string> => {
    this.#opening ??= open(this.#options);
    try {
      return await (await this.#opening).endpointFor(region);
    } catch (error) {
      if (await hasFailed(this.#opening)) this.#opening = undefined;
      throw error;
    }
  };

  /** The regions that run now. */
  async regions(): Promise<readonly RunningRegion[]> {
    return (await this.#opening?.catch(() => undefined))?.regions() ?? [];
  }

  async stop(): Promise<void> {
    await (await this.#opening?.catch(() => undefined))?.stop();
  }
}

async function open({ localFolder, environment, log }: ProjectDynamoDBOptions): Promise<EmbeddedDynamoDB> {
  const { openEmbeddedDynamoDB, seedSampleTables } = await import("@rivulet/dynamodb/embedded");
  const data = environment["RIVULET_DATA"];
  const binary = environment["RIVULET_DYNAMODB_BINARY"];
  return openEmbeddedDynamoDB({
    dataFolder: join(data ? data : localFolder, "dynamodb"),
    ...(binary ? { binary } : {}),
    seed: seedSampleTables,
    log,
  });
}

async function hasFailed(opening: Promise<unknown> | undefined): Promise<boolean> {
  return (
    opening === undefined ||
    opening.then(
      () => false,
      () => true,
    )
  );
}
