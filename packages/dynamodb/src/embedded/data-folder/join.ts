import type { EmbeddedDynamoDB } from "../embedded-dynamodb.ts";
import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import type { ImplementationName } from "../implementations/implementation.ts";
import type { RunningRegion } from "../region-instance.ts";
import { regionFolderName } from "../region-name.ts";
import { type ControlAnswer, describeOwner, requestRegion } from "./control-client.ts";
import { findOwner } from "./lock.ts";
import type { DataFolderOwner } from "./owner.ts";

/**
 * Joins the embedded DynamoDB that another process runs on this data folder; undefined when none does. Regions that are
 * not running yet are started there, by their owner. Stopping a joined one only lets go of it.
 *
 * Each call asks the owner; when it has ended, the calls reject with `owner-gone`.
 *
 * ```ts
 * await using dynamodb = await joinEmbeddedDynamoDB("/home/ada/shop/.rivulet/dynamodb");
 * const endpoint = await dynamodb?.endpointFor("eu-central-1");
 * ```
 */
export async function joinEmbeddedDynamoDB(dataFolder: string): Promise<EmbeddedDynamoDB | undefined> {
  const owner = await findOwner(dataFolder);
  if (owner === undefined) return undefined;
  const answer = await describeOwner(owner);
  return answer.kind === "answer" ? joined(owner, answer.body as Description) : undefined;
}

interface Description {
  readonly implementation: ImplementationName;
  readonly regions: readonly RunningRegion[];
}

function joined(owner: DataFolderOwner, { implementation }: Description): EmbeddedDynamoDB {
  const stop = async () => {};
  return {
    implementation,
    isOwner: false,
    async endpointFor(region, signal) {
      const answer = await requestRegion(owner, regionFolderName(region), signal);
      return (bodyOf(answer, owner) as { readonly endpoint: string }).endpoint;
    },
    async regions() {
      return (bodyOf(await describeOwner(owner), owner) as Description).regions;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function bodyOf(answer: ControlAnswer, owner: DataFolderOwner): unknown {
  if (answer.kind === "answer") return answer.body;
  throw failureOf(answer, owner);
}

type NoAnswer = Exclude<ControlAnswer, { readonly kind: "answer" }>;

function failureOf(answer: NoAnswer, { pid }: DataFolderOwner): EmbeddedDynamoDBError {
  switch (answer.kind) {
    case "refusal":
      return new EmbeddedDynamoDBError("start-failed", answer.message);
    case "busy": {
      const message = `Process ${pid}, which runs the embedded DynamoDB, does not answer.`;
      return new EmbeddedDynamoDBError("start-failed", message);
    }
    case "gone": {
      const message = `Process ${pid}, which ran the embedded DynamoDB, has ended. Open it again.`;
      return new EmbeddedDynamoDBError("owner-gone", message);
    }
  }
}
