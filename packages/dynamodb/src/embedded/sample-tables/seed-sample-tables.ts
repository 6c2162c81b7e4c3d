import type * as Sdk from "@aws-sdk/client-dynamodb";
import { type SampleTable, sampleTables } from "./sample-tables.ts";

/**
 * Creates the tutorial's tables Customers, Orders and Products with a few items each: a {@link Seed} for an embedded
 * DynamoDB. Idempotent: a table that exists is kept, one that already has items is not touched.
 *
 * The AWS SDK is loaded only now.
 *
 * @throws what the AWS SDK throws
 */
export async function seedSampleTables(
  endpoint: string,
  region: string,
  signal?: AbortSignal,
): Promise<void> {
  const sdk = await import("@aws-sdk/client-dynamodb");
  // The embedded DynamoDB takes any credentials; the user's own never go to it.
  const credentials = { accessKeyId: "embedded", secretAccessKey: "embedded" };
  const client = new sdk.DynamoDBClient({ endpoint, region, credentials });
  try {
    const target = { sdk, client, sending: signal === undefined ? {} : { abortSignal: signal } };
    await Promise.all(sampleTables.map((table) => seedTable(table, target)));
  } finally {
    client.destroy();
  }
}

interface Target {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.DynamoDBClient;
  readonly sending: { readonly abortSignal?: AbortSignal };
}

async function seedTable(
  { definition, items }: SampleTable,
  { sdk, client, sending }: Target,
): Promise<void> {
  const { TableName } = definition;
  try {
    await client.send(new sdk.CreateTableCommand(definition), sending);
  } catch (error) {
    if (!(error instanceof sdk.ResourceInUseException)) throw error;
  }
  await sdk.waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 30, ...sending }, { TableName });
  const { Count } = await client.send(new sdk.ScanCommand({ TableName, Limit: 1 }), sending);
  if (Count !== 0) return;
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  await client.send(new sdk.BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }), sending);
}
