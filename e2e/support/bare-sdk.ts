import { join } from "node:path";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { joinEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";

/** The names of all tables as the AWS SDK alone gives them, from the DynamoDB that the project's server runs. */
export async function tablesByBareSdk(folder: string, region: string): Promise<readonly string[]> {
  await using dynamodb = await joinEmbeddedDynamoDB(join(folder, ".rivulet/dynamodb"));
  if (!dynamodb) throw new Error("The server runs no DynamoDB.");
  const client = new DynamoDBClient({
    endpoint: await dynamodb.endpointFor(region),
    region,
    credentials: { accessKeyId: "e2e", secretAccessKey: "e2e" },
  });
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    return TableNames;
  } finally {
    client.destroy();
  }
}
