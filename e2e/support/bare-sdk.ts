import { join } from "node:path";
import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { joinEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";

/** Asks the DynamoDB that the project's server runs, by the AWS SDK alone. */
async function ask<Answer>(
  folder: string,
  region: string,
  question: (client: DynamoDBClient) => Promise<Answer>,
): Promise<Answer> {
  await using dynamodb = await joinEmbeddedDynamoDB(join(folder, ".rivulet/dynamodb"));
  if (!dynamodb) throw new Error("The server runs no DynamoDB.");
  const client = new DynamoDBClient({
    endpoint: await dynamodb.endpointFor(region),
    region,
    credentials: { accessKeyId: "e2e", secretAccessKey: "e2e" },
  });
  try {
    return await question(client);
  } finally {
    client.destroy();
  }
}

/** The names of all tables as the AWS SDK alone gives them. */
export function tablesByBareSdk(folder: string, region: string): Promise<readonly string[]> {
  return ask(folder, region, async (client) => {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    return TableNames;
  });
}

/** The price of a product, with all its digits, and whether it is in stock. */
export function productByBareSdk(
  folder: string,
  id: number,
): Promise<{ readonly Price: string | undefined; readonly InStock: boolean | undefined }> {
  return ask(folder, "us-east-1", async (client) => {
    const Key = { ProductId: { N: String(id) } };
    const { Item } = await client.send(
      new GetItemCommand({ TableName: "Products", Key, ConsistentRead: true }),
    );
    return { Price: Item?.["Price"]?.N, InStock: Item?.["InStock"]?.BOOL };
  });
}

/** An item of `us-east-1` as the AWS SDK alone gives it. */
export function itemByBareSdk(
  folder: string,
  table: string,
  key: Readonly<Record<string, AttributeValue>>,
): Promise<Readonly<Record<string, AttributeValue>> | undefined> {
  return ask(folder, "us-east-1", async (client) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
    );
    return Item;
  });
}

/** Makes a table of `us-east-1` that no sample knows: its partition key is a number. */
export function createTableByBareSdk(folder: string, table: string, partitionKey: string): Promise<void> {
  return ask(folder, "us-east-1", async (client) => {
    await client.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: partitionKey, AttributeType: "N" }],
        KeySchema: [{ AttributeName: partitionKey, KeyType: "HASH" }],
      }),
    );
  });
}
