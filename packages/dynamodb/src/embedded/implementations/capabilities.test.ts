import * as sdk from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { clientOf, createTable, implementations, tableNamed } from "../embedded.test-support.ts";
import { startEmbeddedDynamoDB } from "../start-embedded-dynamodb.ts";
import { type Capabilities, embeddedCapabilities } from "./capabilities.ts";
import type { ImplementationName } from "./implementation.ts";

const everyOperationOfTheSdk = Object.keys(sdk)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.replace(/Command$/, ""));

async function withClient<T>(
  implementation: ImplementationName,
  use: (client: sdk.DynamoDBClient, endpoint: string) => Promise<T>,
): Promise<T> {
  await using dynamodb = await startEmbeddedDynamoDB({ implementation });
  const endpoint = await dynamodb.endpointFor("eu-central-1");
  using client = clientOf(endpoint);
  return await use(client, endpoint);
}

describe.each(implementations)("the capabilities of %s", (implementation) => {
  const { operations, limitations }: Capabilities = embeddedCapabilities[implementation];

  test("list exactly the operations that it knows, of all that the SDK has", async () => {
    const known = await withClient(implementation, async (_client, endpoint) => {
      const isKnown = await Promise.all(
        everyOperationOfTheSdk.map((operation) => knows(endpoint, operation)),
      );
      return everyOperationOfTheSdk.filter((_operation, index) => isKnown[index]);
    });
    expect(known.toSorted()).toEqual([...operations]);
  });

  test("have limitations with ids of their own, about operations that it knows", () => {
    expect(new Set(limitations.map(({ id }) => id)).size).toBe(limitations.length);
    for (const limitation of limitations)
      expect(operations).toEqual(expect.arrayContaining([...limitation.operations]));
  });

  test.each(Object.entries(probes))("say whether it has the limitation %s", async (id, shows) => {
    const isListed = limitations.some((limitation) => limitation.id === id);
    expect(await withClient(implementation, shows)).toBe(isListed);
  });
});

async function knows(endpoint: string, operation: string): Promise<boolean> {
  const response = await fetch(endpoint, {
    method: "POST",
    body: "{}",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
    },
  });
  return !(await response.text()).includes("UnknownOperationException");
}

/** Each shows, on an empty DynamoDB, whether it has the limitation; against AWS each would say false. */
const probes: Readonly<Record<string, (client: sdk.DynamoDBClient) => Promise<boolean>>> = {
  async "table-arn"(client) {
    const { TableDescription } = await createTable(client, tableNamed("Table"));
    return fails(client.send(new sdk.DescribeTableCommand({ TableName: TableDescription?.TableArn })));
  },
  async "region-in-arn"(client) {
    const { TableDescription } = await createTable(client, tableNamed("Table"));
    return TableDescription?.TableArn?.split(":")[3] !== "eu-central-1";
  },
  async "sort-key-condition-first"(client) {
    await createTable(client, tableWithSortKey);
    return fails(
      client.send(
        new sdk.QueryCommand({
          TableName: "Table",
          KeyConditionExpression: "Sort = :sort AND Id = :id",
          ExpressionAttributeValues: { ":sort": { S: "a" }, ":id": { S: "1" } },
        }),
      ),
    );
  },
  async "condition-failure-item"(client) {
    await createTable(client, tableNamed("Table"));
    const Item = { Id: { S: "1" } };
    await client.send(new sdk.PutItemCommand({ TableName: "Table", Item }));
    const error: unknown = await client
      .send(
        new sdk.PutItemCommand({
          TableName: "Table",
          Item,
          ConditionExpression: "attribute_not_exists(Id)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      )
      .catch((failure: unknown) => failure);
    return error instanceof sdk.ConditionalCheckFailedException && error.Item === undefined;
  },
  async "legacy-or"(client) {
    await createTable(client, tableNamed("Table"));
    await client.send(
      new sdk.PutItemCommand({ TableName: "Table", Item: { Id: { S: "1" }, A: { S: "x" } } }),
    );
    const equals = (text: string) => ({
      ComparisonOperator: "EQ" as const,
      AttributeValueList: [{ S: text }],
    });
    const { Count } = await client.send(
      new sdk.ScanCommand({
        TableName: "Table",
        ConditionalOperator: "OR",
        ScanFilter: { Id: equals("another"), A: equals("x") },
      }),
    );
    return Count !== 1;
  },
  async "on-demand-index"(client) {
    await createTable(client, tableNamed("Table"));
    const AttributeDefinitions = [{ AttributeName: "Colour", AttributeType: "S" as const }];
    const Create = {
      IndexName: "ByColour",
      KeySchema: [{ AttributeName: "Colour", KeyType: "HASH" as const }],
      Projection: { ProjectionType: "ALL" as const },
    };
    const GlobalSecondaryIndexUpdates = [{ Create }];
    const update = { TableName: "Table", AttributeDefinitions, GlobalSecondaryIndexUpdates };
    return fails(client.send(new sdk.UpdateTableCommand(update)));
  },
  async "table-settings"(client) {
    const { TableDescription } = await client.send(
      new sdk.CreateTableCommand({ ...tableNamed("Table"), DeletionProtectionEnabled: true }),
    );
    return TableDescription?.DeletionProtectionEnabled !== true;
  },
  async "no-streams"(client) {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_IMAGE" as const };
    const { TableDescription } = await client.send(
      new sdk.CreateTableCommand({ ...tableNamed("Table"), StreamSpecification }),
    );
    return TableDescription?.LatestStreamArn === undefined;
  },
};

const tableWithSortKey = {
  ...tableNamed("Table"),
  AttributeDefinitions: [
    { AttributeName: "Id", AttributeType: "S" as const },
    { AttributeName: "Sort", AttributeType: "S" as const },
  ],
  KeySchema: [
    { AttributeName: "Id", KeyType: "HASH" as const },
    { AttributeName: "Sort", KeyType: "RANGE" as const },
  ],
};

async function fails(sent: Promise<unknown>): Promise<boolean> {
  return sent.then(
    () => false,
    () => true,
  );
}
