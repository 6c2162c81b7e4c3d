/// <reference lib="esnext.disposable" />
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type CreateTableCommandOutput,
  DynamoDBClient,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { ImplementationName } from "./implementations/implementation.ts";

/** Both of them: what one answers and the other does not is looked up in AWS's documentation. */
export const implementations: readonly ImplementationName[] = ["dynoxide", "dynalite"];

/** A folder that only its owner can enter, removed at the end of the scope. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "rivulet-embedded-test-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The real SDK with dummy keys; unless told otherwise it retries long enough to sit out a restart. */
export function clientOf(
  endpoint: string,
  region = "eu-central-1",
  { maxAttempts = 16 } = {},
): DynamoDBClient & Disposable {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region, credentials, maxAttempts });
  return Object.assign(client, { [Symbol.dispose]: () => client.destroy() });
}

/** A definition of a table with one text key. */
export function tableNamed(TableName: string) {
  return {
    TableName,
    AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "S" as const }],
    KeySchema: [{ AttributeName: "Id", KeyType: "HASH" as const }],
    BillingMode: "PAY_PER_REQUEST" as const,
  };
}

/** Creates a table and waits until it is active: dynalite still says CREATING for a moment, and refuses items. */
export async function createTable(
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
): Promise<CreateTableCommandOutput> {
  const answer = await client.send(new CreateTableCommand(definition));
  const { TableName } = definition;
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 1 }, { TableName });
  return answer;
}
