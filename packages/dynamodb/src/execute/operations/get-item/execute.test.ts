import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { readAttribute } from "@rivulet/values";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ItemJson } from "../../codec/attribute-value.ts";
import { execute, linkedTo, makeItem, readItemBack, requestOf } from "../../items.test-support.ts";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";
import { executeGetItem } from "./execute.ts";

describe.each(targets)("GetItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  afterAll(() => at.close());

  async function getItem(key: ItemJson, attributes: Parameters<typeof requestOf>[2] = {}) {
    const context = at.context();
    const request = requestOf(context, "GetItemRequest", attributes);
    const item = makeItem(context, "GetItem", key);
    context.link("AmazonDynamoDBConnector.GetItem_GetItemRequest", item, request);
    if (attributes["ProjectionExpression"] !== undefined) {
      const name = requestOf(context, "ExpressionAttributeName", { Key: "Name", Placeholder: "#n" });
      const unused = requestOf(context, "ExpressionAttributeName", { Key: "Price", Placeholder: "#unused" });
      for (const each of [name, unused]) {
        context.link("AmazonDynamoDBConnector.ExpressionAttributeName_GetItemRequest", each, request);
      }
    }
    const response = await execute(context, "GetItem", request);
    return { context, response, values: readItemBack(context, response) };
  }

  const lamp: ItemJson = { ProductId: { N: "10" } };

  test("gives every value in an object of its type", async () => {
    const { values, response } = await getItem(lamp, { TableName: at.table("Products") });
    expect(response.shape.name).toBe("AmazonDynamoDBConnector.GetItemResponse");
    expect(values).toMatchObject({
      ProductId: ["Long", 10],
      Name: ["String", "Oak desk lamp"],
      Price: ["Decimal", "129.9"],
      InStock: ["Boolean", "_TRUE"],
      Thumbnail: ["Binary", "iVBORw0KGgo="],
    });
    expect(values["Colours"]?.[0]).toBe("StringSet");
    expect(values["Colours"]?.[1]).toEqual(
      expect.arrayContaining([
        [null, "String", "black"],
        [null, "String", "natural"],
      ]),
    );
    expect(values["WeightsInGrams"]?.[1]).toEqual(
      expect.arrayContaining([
        [null, "Long", 850],
        [null, "Decimal", "920.5"],
      ]),
    );
  });

  test("fails with the code of its outcome when there is no item and a flow is drawn for that", async () => {
    const context = { ...at.context(), drawnOutcomes: new Set(["notFound"]) };
    const request = requestOf(context, "GetItemRequest", { TableName: at.table("Products") });
    const item = makeItem(context, "GetItem", { ProductId: { N: "404" } });
    context.link("AmazonDynamoDBConnector.GetItem_GetItemRequest", item, request);
    const inputs = {
      GetItemRequest: request,
      Region: "eu_central_1",
      Credentials: await context.execute("AWSAuthentication.GetStaticCredentials"),
    };
    await expect(executeGetItem.executor.execute(inputs, context)).rejects.toMatchObject({
      code: "item-not-found",
    });
  });

  test("gives maps, nulls, sets of bytes and all 38 digits", async () => {
    const throw20 = await getItem({ ProductId: { N: "20" } }, { TableName: at.table("Products") });
    expect(throw20.values["Dimensions"]?.[0]).toBe("Map");
    expect(throw20.values["Dimensions"]?.[1]).toContainEqual(["Unit", "String", "cm"]);
    const { values } = await getItem({ ProductId: { N: "30" } }, { TableName: at.table("Products") });
    expect(values).toMatchObject({
      RestockDate: ["Null", []],
      SerialNumber: ["Decimal", "12345678901234567890123456789012345678"],
    });
    expect(values["Checksums"]?.[1]).toContainEqual([null, "Binary", "q83vEjQ="]);
  });

  test("a whole number within 64 bits is Long, any other number Decimal, exactly", async () => {
    const numbers = ["9007199254740993", "9223372036854775807", "9223372036854775808", "1E+2", "0.1"];
    const Item = Object.fromEntries(numbers.map((N, position) => [`N${position}`, { N }]));
    await at.bare.send(
      new PutItemCommand({ TableName: at.table("Customers"), Item: { CustomerId: { S: "N" }, ...Item } }),
    );
    const { values } = await getItem({ CustomerId: { S: "N" } }, { TableName: at.table("Customers") });
    expect(values).toMatchObject({
      N0: ["Long", 9007199254740993n],
      N1: ["Long", 9223372036854775807n],
      N2: ["Decimal", "9223372036854775808"],
      N3: ["Long", 100],
      N4: ["Decimal", "0.1"],
    });
  });

  test("gives a response without values when there is no such item", async () => {
    const { values, response } = await getItem(
      { ProductId: { N: "99" } },
      { TableName: at.table("Products") },
    );
    expect(response.shape.name).toBe("AmazonDynamoDBConnector.GetItemResponse");
    expect(values).toEqual({});
  });

  test("gives only the attributes of a projection, and tells the capacity when asked", async () => {
    const { context, response, values } = await getItem(lamp, {
      TableName: at.table("Products"),
      ProjectionExpression: "#n",
      ReturnConsumedCapacity: "TOTAL",
    });
    expect(values).toEqual({ Name: ["String", "Oak desk lamp"] });
    const [capacity] = linkedTo(context, "ConsumedCapacity_GetItemResponse", response);
    expect(capacity && readAttribute(capacity, "TableName")).toBe(at.table("Products"));
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const TableName = "Products";
    const plain = await wireOf(
      at.proxy,
      () => getItem(lamp, { TableName }),
      () => at.bare.send(new GetItemCommand({ TableName, Key: { ProductId: { N: "10" } } })),
    );
    expect(plain.ours).toEqual(plain.theirs);
    const all = await wireOf(
      at.proxy,
      () =>
        getItem(lamp, {
          TableName,
          isConsistentRead: true,
          ProjectionExpression: "#n",
          ReturnConsumedCapacity: "TOTAL",
        }),
      () =>
        at.bare.send(
          new GetItemCommand({
            TableName,
            Key: { ProductId: { N: "10" } },
            ConsistentRead: true,
            ProjectionExpression: "#n",
            ExpressionAttributeNames: { "#n": "Name" },
            ReturnConsumedCapacity: "TOTAL",
          }),
        ),
    );
    expect(all.ours).toEqual(all.theirs);
  });
});
