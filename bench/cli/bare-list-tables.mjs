// The rival of `rivulet run` with one ListTables: the same call with nothing but the SDK. Bundled before it is measured.
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({
  endpoint: process.argv[2],
  region: "us-east-1",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});
const { TableNames = [] } = await client.send(new ListTablesCommand({}));
process.stdout.write(`${JSON.stringify(TableNames.map((TableName) => ({ TableName })))}\n`);
client.destroy();
