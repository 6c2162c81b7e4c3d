import { expect, test } from "vitest";
import { describeEffect } from "./effect-attributes.ts";

const secret = "a value of the application";
const call = { region: "eu-central-1", endpoint: "http://localhost:8000", credentials: "handle", client: {} };
const describe = (kind: string, input: object) =>
  describeEffect({ runId: "run", kind, key: "element#2", request: { ...call, input } as never });

test("an operation on a table is named by both", () => {
  const { name, attributes } = describe("AmazonDynamoDBConnector.GetItem", {
    TableName: "Orders",
    Key: { Id: { S: secret } },
  });
  expect(name).toBe("GetItem Orders");
  expect(attributes).toEqual({
    "rivulet.run.id": "run",
    "rivulet.activity.kind": "AmazonDynamoDBConnector.GetItem",
    "rivulet.activity.id": "element",
    "rpc.system": "aws-api",
    "rpc.service": "DynamoDB",
    "rpc.method": "GetItem",
    "cloud.region": "eu-central-1",
    "server.address": "localhost",
    "server.port": 8000,
    "db.system.name": "aws.dynamodb",
    "db.operation.name": "GetItem",
    "aws.dynamodb.table_names": ["Orders"],
    "db.collection.name": "Orders",
  });
});

test.each([
  ["AmazonDynamoDBConnector.ScanTable", { TableName: "Orders", FilterExpression: secret }, "Scan Orders"],
  ["AmazonDynamoDBConnector.ListTables", {}, "DynamoDB.ListTables"],
  [
    "AmazonDynamoDBConnector.BatchGetItem",
    { RequestItems: { Orders: { Keys: [{ Id: { S: secret } }] }, Lines: { Keys: [] } } },
    "DynamoDB.BatchGetItem",
  ],
  ["AWSAuthentication.GetCallerIdentity", {}, "STS.GetCallerIdentity"],
  ["Other.Call", { Text: secret }, "Other.Call"],
])("%s with %j is named, and nothing of its values is told", (kind, input, name) => {
  const told = describe(kind, input);
  expect(told.name).toBe(name);
  expect(JSON.stringify(told)).not.toContain(secret);
});

test("an operation on several tables names them all", () => {
  const input = { RequestItems: { Orders: [], Lines: [] } };
  const { attributes } = describe("AmazonDynamoDBConnector.BatchWriteItem", input);
  expect(attributes["aws.dynamodb.table_names"]).toEqual(["Orders", "Lines"]);
  expect(attributes).not.toHaveProperty("db.collection.name");
});
