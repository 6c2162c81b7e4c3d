import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  ListTablesCommand,
  QueryCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { clientOf, implementations } from "../embedded.test-support.ts";
import { startEmbeddedDynamoDB } from "../start-embedded-dynamodb.ts";
import { sampleTables } from "./sample-tables.ts";
import { seedSampleTables } from "./seed-sample-tables.ts";

test("the items of the sample tables show all ten attribute types", () => {
  const kinds = (value: AttributeValue): readonly string[] => [
    ...Object.keys(value),
    ...[...(value.L ?? []), ...Object.values(value.M ?? {})].flatMap(kinds),
  ];
  const shown = sampleTables
    .flatMap(({ items }) => items)
    .flatMap((item) => Object.values(item).flatMap(kinds));
  expect([...new Set(shown)].toSorted()).toEqual(["B", "BOOL", "BS", "L", "M", "N", "NS", "NULL", "S", "SS"]);
});

describe.each(implementations)("the sample tables on %s", (implementation) => {
  test("are in every region from its first use", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation, seed: seedSampleTables });
    for (const region of ["eu-central-1", "us-east-1"]) {
      using client = clientOf(await dynamodb.endpointFor(region), region);
      const { TableNames } = await client.send(new ListTablesCommand({}));
      expect(TableNames).toEqual(["Customers", "Orders", "Products"]);
    }
  });

  test("hold their items exactly, and can be queried by key and by index", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation, seed: seedSampleTables });
    using client = clientOf(await dynamodb.endpointFor("eu-central-1"));
    for (const { definition, items } of sampleTables) {
      const { Items } = await client.send(new ScanCommand({ TableName: definition.TableName }));
      expect(Items).toHaveLength(items.length);
      expect(Items).toEqual(expect.arrayContaining([...items]));
    }
    const open = await client.send(
      new QueryCommand({
        TableName: "Orders",
        IndexName: "OrdersByStatus",
        KeyConditionExpression: "#status = :status",
        ExpressionAttributeNames: { "#status": "Status" },
        ExpressionAttributeValues: { ":status": { S: "Open" } },
      }),
    );
    expect(open.Items?.map(({ CustomerId }) => CustomerId?.S)).toEqual(["C-1001", "C-1004"]);
  });

  test("are not changed by seeding again", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation, seed: seedSampleTables });
    const endpoint = await dynamodb.endpointFor("eu-central-1");
    using client = clientOf(endpoint);
    const notebook = { TableName: "Products", Key: { ProductId: { N: "30" } } };
    await client.send(new DeleteItemCommand(notebook));
    await seedSampleTables(endpoint, "eu-central-1");
    expect((await client.send(new GetItemCommand(notebook))).Item).toBeUndefined();
  });
});
