import { join } from "node:path";
import type { EmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import type { EmbeddedEndpoints } from "@rivulet/runtime";
import type { ProjectSource } from "./read-project.ts";
import type { Terminal } from "./terminal.ts";

/** The embedded DynamoDB for one command: nothing is started before a flow asks for an address. */
export interface CommandEmbedded extends EmbeddedEndpoints {
  /** Ends what this command started; what it only joined goes on. */
  readonly stop: () => Promise<void>;
}

/** Tables of a project live beside it; a flow file has none of its own, so it gets a temporary place. */
function dataFolderOf(source: ProjectSource, terminal: Terminal): string | undefined {
  const data = terminal.environment["RIVULET_DATA"];
  if (data) return join(terminal.path(data), "dynamodb");
  return source.kind === "folder" ? join(source.path, ".rivulet", "dynamodb") : undefined;
}

async function open(source: ProjectSource, terminal: Terminal): Promise<EmbeddedDynamoDB> {
  const { openEmbeddedDynamoDB, seedSampleTables } = await import("@rivulet/dynamodb/embedded");
  const dataFolder = dataFolderOf(source, terminal);
  const binary = terminal.environment["RIVULET_DYNAMODB_BINARY"];
  return openEmbeddedDynamoDB({
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...(binary ? { binary } : {}),
    seed: seedSampleTables,
    signal: terminal.signal,
  });
}

/**
 * Joins the DynamoDB that the project's server runs, else starts one for as long as the command takes
 * (interfaces.md, `rivulet run`).
 */
export function commandEmbedded(source: ProjectSource, terminal: Terminal): CommandEmbedded {
  let opened: Promise<EmbeddedDynamoDB> | undefined;
  return {
    endpointFor: async (region) => {
      opened ??= open(source, terminal);
      return (await opened).endpointFor(region, terminal.signal);
    },
    stop: async () => (await opened)?.stop(),
  };
}
