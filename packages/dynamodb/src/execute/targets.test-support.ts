import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { RunSettings } from "@rivulet/runtime";
import type { ActivityContext } from "@rivulet/testkit";
import { implementations } from "../embedded/embedded.test-support.ts";
import {
  type FaultProxy,
  seedSampleTables,
  startEmbeddedDynamoDB,
  startFaultProxy,
} from "../embedded/index.ts";
import { sampleTables } from "../embedded/sample-tables/sample-tables.ts";
import { dynamoDBContext } from "./execute.test-support.ts";

const region = "eu-central-1";

/** A DynamoDB with the sample tables, as the shared suite uses it. */
export interface OpenTarget {
  /** The AWS SDK without anything of ours. */
  readonly bare: DynamoDBClient;
  /** A context in which activities call it. */
  readonly context: () => ActivityContext;
  /** Name of a sample table; on AWS nobody else's table has it. */
  readonly table: (name: "Customers" | "Orders" | "Products") => string;
  /** Between the target and whoever calls it. Throws on AWS, where nothing may come between. */
  readonly proxy: FaultProxy;
  /** Takes the faults of the test before away. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** Where the shared suite runs. */
export interface Target {
  readonly name: string;
  /** Whether what is sent can be seen and disturbed; tests of that are left out on AWS. */
  readonly hasProxy: boolean;
  readonly open: () => Promise<OpenTarget>;
}

async function openEmbedded(implementation: (typeof implementations)[number]): Promise<OpenTarget> {
  const dynamodb = await startEmbeddedDynamoDB({ implementation, seed: seedSampleTables });
  const proxy = await startFaultProxy({ target: await dynamodb.endpointFor(region) });
  const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test" };
  const bare = new DynamoDBClient({ endpoint: proxy.endpoint, region, credentials });
  return {
    bare,
    proxy,
    reset: () => {
      proxy.setRules([]);
      proxy.forgetRequests();
    },
    context: () => dynamoDBContext({ endpoint: { kind: "explicit", url: proxy.endpoint } }),
    table: (name) => name,
    close: async () => {
      bare.destroy();
      await proxy.stop();
      await dynamodb.stop();
    },
  };
}

/** Real tables cost money: only when RIVULET_TEST_AWS=1 says so, with keys from the environment. */
async function openAws(): Promise<OpenTarget> {
  const bare = new DynamoDBClient({ region });
  const prefix = `rivulet-test-${Date.now().toString(36)}-`;
  const table = (name: string) => `${prefix}${name}`;
  const environment = Object.entries(process.env).filter(([name]) => name.startsWith("AWS_"));
  const settings: Partial<RunSettings> = {
    endpoint: { kind: "aws" },
    awsEnvironment: Object.fromEntries(environment) as RunSettings["awsEnvironment"],
  };
  await Promise.all(
    sampleTables.map(async ({ definition, items }) => {
      const TableName = table(definition.TableName);
      await bare.send(new CreateTableCommand({ ...definition, TableName }));
      await waitUntilTableExists({ client: bare, maxWaitTime: 120 }, { TableName });
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      await bare.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    }),
  );
  return {
    bare,
    get proxy(): FaultProxy {
      throw new Error("There is no proxy before AWS.");
    },
    reset: () => undefined,
    context: () => dynamoDBContext(settings),
    table,
    close: async () => {
      const names = sampleTables.map(({ definition }) => table(definition.TableName));
      await Promise.all(names.map((TableName) => bare.send(new DeleteTableCommand({ TableName }))));
      bare.destroy();
    },
  };
}

/** Both embedded implementations, and AWS itself when `RIVULET_TEST_AWS=1`. */
export const targets: readonly Target[] = [
  ...implementations.map((name) => ({ name, hasProxy: true, open: () => openEmbedded(name) })),
  ...(process.env["RIVULET_TEST_AWS"] === "1" ? [{ name: "AWS", hasProxy: false, open: openAws }] : []),
];
