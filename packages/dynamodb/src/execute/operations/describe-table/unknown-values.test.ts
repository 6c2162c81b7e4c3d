import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type EntityObject, readAttribute } from "@rivulet/values";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dynamoDBContext } from "../../execute.test-support.ts";
import { execute, linkedTo, requestOf } from "../../items.test-support.ts";

/** An answer from a DynamoDB that is newer than the connector. */
const answer = {
  Table: {
    TableName: "Future",
    TableStatus: "ARCHIVING",
    KeySchema: [{ AttributeName: "Id", KeyType: "SPIRAL" }],
    AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "Q" }],
    SomethingNew: true,
  },
};

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader("content-type", "application/x-amz-json-1.0");
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("what the enumerations do not have fails no call: it is left empty, and the state is in the log", async () => {
  const context = dynamoDBContext({ endpoint: { kind: "explicit", url } });
  const request = requestOf(context, "DescribeTableRequest", { TableName: "Future" });
  const response = await execute(context, "DescribeTable", request);
  const only = (name: string) =>
    linkedTo(context, `${name}_DescribeTableResponse`, response)[0] as EntityObject;
  expect(readAttribute(response, "TableStatus")).toBeNull();
  expect(readAttribute(only("KeySchemaElement"), "KeyType")).toBe("UNKNOWN_TO_SDK_VERSION");
  expect(readAttribute(only("AttributeDefinition"), "AttributeType")).toBeNull();
  expect(context.logged.map(({ message }) => message)).toEqual([
    "DescribeTable: Future is in the state ARCHIVING, which ENUM_TableStatus does not have. TableStatus is left empty.",
  ]);
});
