import { fileURLToPath } from "node:url";
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  CreateTableCommand,
  DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
  type WriteRequest,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { awsAuthentication } from "@rivulet/aws/execute";
import { startEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import { createEngine } from "@rivulet/runtime";
import { closedInAnyCase } from "../harness/left-open.ts";
import type { PrepareSubject, Surroundings } from "../harness/measure.ts";

/** The region that the sample's microflow names. */
const region = "us-east-1";
const credentials = { accessKeyId: "AKIABENCH", secretAccessKey: "bench" };
const samples = fileURLToPath(new URL("../../apps/cli/templates/samples", import.meta.url));
export const tables = { From: "Source", To: "Target" };

async function prepareFlow(endpoint: string) {
  const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
  const project = await engine.loadFolder(samples);
  const settings = project.settings({
    flags: { configuration: "AWS", endpoint },
    environment: {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  });
  return async (microflow: string, parameters: Readonly<Record<string, string | number>>) => {
    const outcome = await engine.run(project, microflow, { settings, parameters });
    if (outcome.status !== "completed") throw outcome.error;
    return outcome.toJson();
  };
}

/** Copies all items by the sample's microflow CopyTable, and gives their number. */
export const copyByFlow: PrepareSubject = async (endpoint) => {
  const run = await prepareFlow(String(endpoint));
  return () => run("Samples.CopyTable", tables);
};

async function writePage(client: DynamoDBClient, requests: readonly WriteRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += 25) {
    let left: WriteRequest[] | undefined = requests.slice(from, from + 25);
    while (left && left.length > 0) {
      const answer: BatchWriteItemCommandOutput = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tables.To]: left } }),
      );
      left = answer.UnprocessedItems?.[tables.To];
    }
  }
}

/** Scans all pages by the sample's microflow CountOrders, and gives the number of items. */
export const scanByFlow: PrepareSubject = async (endpoint) => {
  const run = await prepareFlow(String(endpoint));
  return () => run("Samples.CountOrders", { PageSize: 1_000 });
};

/** The same by hand, as one writes it: a page, its batches one after another, the next page. */
export const copyByHand: PrepareSubject = (endpoint) => {
  const client = new DynamoDBClient({ endpoint: String(endpoint), region, credentials });
  return async () => {
    let copied = 0;
    let ExclusiveStartKey: ScanCommandOutput["LastEvaluatedKey"];
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({ TableName: tables.From, ExclusiveStartKey }),
      );
      const requests = (page.Items ?? []).map((Item) => ({ PutRequest: { Item } }));
      await writePage(client, requests);
      copied += requests.length;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return copied;
  };
};

/** An order as a shop keeps it. */
export function order(number: number): WriteRequest {
  return {
    PutRequest: {
      Item: {
        Id: { S: `O-${String(number).padStart(6, "0")}` },
        CustomerId: { S: `C-${1000 + (number % 50)}` },
        Total: { N: `${number}.95` },
        Lines: { N: String(1 + (number % 7)) },
        IsPaid: { BOOL: number % 2 === 0 },
        Note: { S: "Leave it at the back door, please." },
      },
    },
  };
}

async function fill(endpoint: string, count: number): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  for (const TableName of Object.values(tables)) {
    await client.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "Id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName });
  }
  for (let from = 0; from < count; from += 25) {
    const requests = Array.from({ length: Math.min(25, count - from) }, (_, at) => order(from + at));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tables.From]: requests } }));
  }
  client.destroy();
}

/** An embedded DynamoDB with a full and an empty table. */
export async function openTables(count: number): Promise<Surroundings<string>> {
  const dynamodb = await startEmbeddedDynamoDB({});
  const close = closedInAnyCase(() => dynamodb.stop());
  const endpoint = await dynamodb.endpointFor(region);
  await fill(endpoint, count);
  return { content: endpoint, close };
}
