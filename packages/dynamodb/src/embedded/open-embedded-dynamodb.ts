import { joinEmbeddedDynamoDB } from "./data-folder/join.ts";
import type { EmbeddedDynamoDB } from "./embedded-dynamodb.ts";
import { EmbeddedDynamoDBError, type EmbeddedDynamoDBErrorCode } from "./embedded-dynamodb-error.ts";
import { type EmbeddedDynamoDBOptions, startEmbeddedDynamoDB } from "./start-embedded-dynamodb.ts";

/**
 * The embedded DynamoDB of a data folder, whoever runs it: joins the process that does, else starts it here. When the
 * process that was joined ends, the next call opens it again, so a server that joined a short command line run lives on.
 *
 * @throws what {@link startEmbeddedDynamoDB} throws, except `data-folder-in-use`
 */
export async function openEmbeddedDynamoDB(options: EmbeddedDynamoDBOptions): Promise<EmbeddedDynamoDB> {
  let present = await joinOrStart(options);
  let reopening: Promise<EmbeddedDynamoDB> | undefined;

  /** Of those who find it gone at the same time, the first one opens it for all. */
  const reopen = async (gone: EmbeddedDynamoDB): Promise<EmbeddedDynamoDB> => {
    if (present === gone) {
      reopening ??= joinOrStart(options).finally(() => (reopening = undefined));
      present = await reopening;
    }
    return present;
  };
  const ask = async <T>(question: (dynamodb: EmbeddedDynamoDB) => Promise<T>): Promise<T> => {
    const asked = present;
    try {
      return await question(asked);
    } catch (error) {
      if (!hasCode(error, "owner-gone")) throw error;
      return question(await reopen(asked));
    }
  };
  const stop = async () => {
    await reopening?.catch(() => {});
    await present.stop();
  };
  return {
    get implementation() {
      return present.implementation;
    },
    get isOwner() {
      return present.isOwner;
    },
    endpointFor: (region, signal) => ask((dynamodb) => dynamodb.endpointFor(region, signal)),
    regions: () => ask((dynamodb) => dynamodb.regions()),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Two processes that open at the same time: one starts it, the other finds the folder taken and joins. */
async function joinOrStart(options: EmbeddedDynamoDBOptions): Promise<EmbeddedDynamoDB> {
  for (let attempt = 1; ; attempt++) {
    const joined =
      options.dataFolder === undefined ? undefined : await joinEmbeddedDynamoDB(options.dataFolder);
    if (joined !== undefined) return joined;
    try {
      return await startEmbeddedDynamoDB(options);
    } catch (error) {
      if (attempt === 5 || !hasCode(error, "data-folder-in-use")) throw error;
    }
  }
}

function hasCode(error: unknown, code: EmbeddedDynamoDBErrorCode): boolean {
  return error instanceof EmbeddedDynamoDBError && error.code === code;
}
