import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { awsAuthentication } from "@rivulet/aws/execute";
import { startEmbeddedDynamoDB } from "@rivulet/dynamodb/embedded";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import { createEngine } from "@rivulet/runtime";
import { createServer } from "@rivulet/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "./command-process.test-support.ts";

const microflow = "MyFirstModule.DS_ListTables";
const keys = {
  RIVULET_CONSTANT_AWSAuthentication_AccessKey: "local",
  RIVULET_CONSTANT_AWSAuthentication_SecretAccessKey: "local",
};

/** The result of one run as every way prints it. */
type Printed = readonly { readonly $entity: string; readonly $id: string; readonly TableName: string }[];

describe.each(["dynoxide", "dynalite"] as const)("the tutorial's microflow on %s", (implementation) => {
  const parent = mkdtempSync(join(tmpdir(), "rivulet-three-ways-"));
  const folder = join(parent, "project");
  const flowFile = join(parent, "flow.json");
  let dynamodb: Awaited<ReturnType<typeof startEmbeddedDynamoDB>>;
  let endpoint: string;
  let sdk: DynamoDBClient;

  beforeAll(async () => {
    cpSync(join(import.meta.dirname, "../templates/tutorial"), folder, { recursive: true });
    dynamodb = await startEmbeddedDynamoDB({ implementation });
    endpoint = await dynamodb.endpointFor("us-east-1");
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    sdk = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
    command("export", folder, microflow, "-o", flowFile);
  });
  afterAll(async () => {
    sdk.destroy();
    await dynamodb.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  function command(...words: string[]): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine, ...words], {
      encoding: "utf8",
      env: { ...process.env, ...keys, INIT_CWD: parent },
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  }

  async function overHttp(): Promise<Printed> {
    const server = createServer({
      folder,
      port: 0,
      environment: { ...keys, RIVULET_DYNAMODB_ENDPOINT: endpoint },
      log: { level: "silent" },
    });
    try {
      const address = await server.start();
      const answer = await fetch(`${address}/api/v1/microflows/${microflow}/runs`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      const { result } = (await answer.json()) as { result: Printed };
      return result;
    } finally {
      await server.stop();
    }
  }

  async function asLibrary(): Promise<unknown> {
    const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
    const project = await engine.loadFlow(flowFile);
    const settings = project.settings({ flags: { endpoint }, environment: keys });
    const outcome = await engine.run(project, microflow, { settings });
    return outcome.status === "completed" ? outcome.toJson() : outcome.error.toJSON();
  }

  async function bareSdk(): Promise<Printed> {
    const { TableNames = [] } = await sdk.send(new ListTablesCommand({}));
    return TableNames.map((TableName, index) => ({
      $entity: "MyFirstModule.DBTable",
      $id: String(index + 1),
      TableName,
    }));
  }

  async function createTables(from: number, to: number): Promise<void> {
    for (let number = from; number < to; number += 1) {
      await sdk.send(
        new CreateTableCommand({
          TableName: `Table_${String(number).padStart(3, "0")}`,
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "Id", KeyType: "HASH" }],
        }),
      );
    }
  }

  it("gives what the bare SDK gives, by command, over HTTP and as a library, for 0, 1, 3 and 150 tables", async () => {
    let created = 0;
    for (const count of [0, 1, 3, 150]) {
      await createTables(created, count);
      created = count;
      const expected = await bareSdk();
      expect(expected).toHaveLength(Math.min(count, 100));
      expect(JSON.parse(command("run", folder, microflow, "--endpoint", endpoint))).toEqual(expected);
      expect(JSON.parse(command("run", flowFile, "--endpoint", endpoint))).toEqual(expected);
      expect(await overHttp()).toEqual(expected);
      expect(await asLibrary()).toEqual(expected);
    }
    const all = JSON.parse(
      command("run", folder, "MyFirstModule.ListAllTables", "--endpoint", endpoint),
    ) as Printed;
    expect(all.map(({ TableName }) => TableName)).toHaveLength(150);
  }, 120_000);
});
