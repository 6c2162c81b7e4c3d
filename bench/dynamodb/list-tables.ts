import { fileURLToPath } from "node:url";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { awsAuthentication } from "@rivulet/aws/execute";
import { startEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import { createEngine } from "@rivulet/runtime";
import { closedInAnyCase } from "../harness/left-open.ts";
import type { FunctionCpuMeasure, PrepareSubject, Surroundings } from "../harness/measure.ts";

/** The region that the tutorial's microflow names. */
const region = "us-east-1";
const credentials = { accessKeyId: "AKIABENCH", secretAccessKey: "bench" };
const tutorial = fileURLToPath(new URL("../../apps/cli/templates/tutorial", import.meta.url));

/** The tutorial's microflow, from the start of a run to its list of objects. */
export const listTablesFlow: PrepareSubject = async (endpoint) => {
  const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
  const project = await engine.loadFolder(tutorial);
  const settings = project.settings({
    flags: { configuration: "AWS", endpoint: String(endpoint) },
    environment: {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  });
  return async () => {
    const outcome = await engine.run(project, "MyFirstModule.DS_ListTables", { settings });
    if (outcome.status !== "completed") throw outcome.error;
    return outcome;
  };
};

/** The same by hand: a call of the AWS SDK, and an object for each name. */
export const listTablesByHand: PrepareSubject = (endpoint) => {
  const client = new DynamoDBClient({ endpoint: String(endpoint), region, credentials });
  return async () => {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    return TableNames.map((TableName) => ({ TableName }));
  };
};

/** An embedded DynamoDB with some tables; both sides get its address. */
export async function openTables(count: number): Promise<Surroundings<string>> {
  const dynamodb = await startEmbeddedDynamoDB({});
  const close = closedInAnyCase(() => dynamodb.stop());
  const endpoint = await dynamodb.endpointFor(region);
  const client = new DynamoDBClient({ endpoint, region, credentials });
  for (let table = 0; table < count; table++) {
    await client.send(
      new CreateTableCommand({
        TableName: `Table-${table}`,
        AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "Id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  }
  client.destroy();
  return { content: endpoint, close };
}

const module = new URL(import.meta.url);

/** What a microflow adds to a call of the AWS SDK. */
export const listTables: FunctionCpuMeasure = {
  kind: "function-cpu",
  name: "list-tables",
  about: "the tutorial's microflow vs the bare AWS SDK, 62 tables on the same endpoint",
  limit: 1.05,
  aim: 1.02,
  ours: { module, name: "listTablesFlow" },
  theirs: { module, name: "listTablesByHand" },
  surroundings: () => openTables(62),
  calls: 400,
  warmUpCalls: 1_000,
  processes: "one",
  pairs: 30,
};
