import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { implementations } from "../embedded/embedded.test-support.ts";
import {
  type EmbeddedDynamoDB,
  type FaultProxy,
  startEmbeddedDynamoDB,
  startFaultProxy,
} from "../embedded/index.ts";
import { dynamoDBContext, listTables, listTablesInputs, objectOf } from "./execute.test-support.ts";
import { sent } from "./wire.test-support.ts";

const region = "eu-central-1";

describe.each(implementations)("what goes over the wire to %s", (implementation) => {
  let dynamodb: EmbeddedDynamoDB;
  let proxy: FaultProxy;
  let bare: DynamoDBClient;

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB({ implementation });
    proxy = await startFaultProxy({ target: await dynamodb.endpointFor(region) });
    const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test" };
    bare = new DynamoDBClient({ endpoint: proxy.endpoint, region, credentials });
  });
  afterAll(async () => {
    bare.destroy();
    await proxy.stop();
    await dynamodb.stop();
  });

  test.each([
    ["nothing", {}, {}],
    ["a limit", { Limit: 7 }, { Limit: 7 }],
    ["where to go on", { ExclusiveStartTableName: "Orders" }, { ExclusiveStartTableName: "Orders" }],
    ["no blank text and no empty number", { ExclusiveStartTableName: "  ", Limit: null }, {}],
  ])("ListTables sends what the bare SDK sends: %s", async (_, request, input) => {
    proxy.forgetRequests();
    const context = dynamoDBContext({ endpoint: { kind: "explicit", url: proxy.endpoint } });
    const ours = await listTables(context, await listTablesInputs(context, request));
    const theirs = await bare.send(new ListTablesCommand(input));
    expect(ours.names).toEqual(theirs.TableNames);
    const [first, second, ...rest] = proxy.requests.map(sent);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ operation: "ListTables", body: input, region });
    expect(rest).toEqual([]);
  });

  test("DescribeTable sends what the bare SDK sends", async () => {
    proxy.forgetRequests();
    const context = dynamoDBContext({ endpoint: { kind: "explicit", url: proxy.endpoint } });
    const request = objectOf(context, "AmazonDynamoDBConnector.DescribeTableRequest", {
      TableName: "Orders",
    });
    const inputs = await listTablesInputs(context);
    const ours = context.execute("AmazonDynamoDBConnector.DescribeTable", {
      ...inputs,
      DescribeTableRequest: request,
    });
    await expect(ours).rejects.toMatchObject({ code: "aws-not-found" });
    const theirs = bare.send(new DescribeTableCommand({ TableName: "Orders" }));
    await expect(theirs).rejects.toThrow("not found");
    const [first, second, ...rest] = proxy.requests.map(sent);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ operation: "DescribeTable", body: { TableName: "Orders" } });
    expect(rest).toEqual([]);
  });
});
