import { BatchGetItemCommand, BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import type { ActivityContext } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ByTable, customers, getRequest, itemsByTable } from "../../batches.test-support.ts";
import { configureClient } from "../../execute.test-support.ts";
import { execute, linkedTo, linkStandIns, makeItem, requestOf } from "../../items.test-support.ts";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";

const found = { tables: "ResponseTable_BatchGetItemResponse", items: "BatchGetResponseItem_ResponseTable" };
const left = { tables: "RequestTable_BatchGetItemResponse", items: "BatchGetRequestedItem_RequestTable" };

describe.each(targets)("BatchGetItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
    const items = customers(130);
    for (let from = 0; from < items.length; from += 25) {
      const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item: Item as never } }));
      await at.bare.send(new BatchWriteItemCommand({ RequestItems: { [at.table("Customers")]: requests } }));
    }
  });
  beforeEach(() => at.reset());
  afterAll(() => at.close());

  const keys = (count: number) =>
    customers(count).map(({ CustomerId }) => ({ CustomerId: CustomerId ?? { S: "" } }));
  const get = async (context: ActivityContext, byTable: ByTable, attributes = {}) =>
    execute(context, "BatchGetItem", getRequest(context, byTable, attributes));

  test("gets items of several tables; keys without an item are left out", async () => {
    const context = at.context();
    const response = await get(context, {
      [at.table("Products")]: [{ ProductId: { N: "10" } }, { ProductId: { N: "99" } }],
      [at.table("Orders")]: [{ CustomerId: { S: "C-1001" }, OrderDate: { S: "2026-11-03T14:40:00.000Z" } }],
    });
    const items = itemsByTable(context, response, found);
    expect(items[at.table("Products")]).toMatchObject([{ Name: ["String", "Oak desk lamp"] }]);
    expect(items[at.table("Orders")]).toMatchObject([{ Status: ["String", "Open"] }]);
    expect(linkedTo(context, "RequestTable_BatchGetItemResponse", response)).toEqual([]);
  });

  test("gets 130 items in one table of the response", async () => {
    const context = at.context();
    const response = await get(context, { [at.table("Customers")]: keys(130) });
    expect(itemsByTable(context, response, found)[at.table("Customers")]).toHaveLength(130);
  });

  test.runIf(hasProxy)("asks for 100 keys a call", async () => {
    await get(at.context(), { Customers: keys(130) });
    expect(at.proxy.requests).toHaveLength(2);
  });

  test("two tables of one name are one, each with its own projection", async () => {
    const context = at.context();
    const request = requestOf(context, "BatchGetItemRequest", {});
    const link = (TableName: string, id: string, ProjectionExpression: string | null) => {
      const table = requestOf(context, "RequestTable", { TableName, ProjectionExpression });
      linkStandIns(context, table, { names: { "#id": "CustomerId" } });
      const key = makeItem(context, "BatchGetRequestedItem", { CustomerId: { S: id } });
      context.link("AmazonDynamoDBConnector.BatchGetRequestedItem_RequestTable", key, table);
      context.link("AmazonDynamoDBConnector.RequestTable_BatchGetItemRequest", table, request);
    };
    const name = at.table("Customers");
    link(name, "B-001", null);
    link(name, "B-002", null);
    link(name, "B-003", "#id");
    const items = itemsByTable(context, await execute(context, "BatchGetItem", request), found);
    expect(Object.keys(items)).toEqual([name]);
    const visits = items[name]?.map((item) => [item["CustomerId"]?.[1], item["Visits"]?.[1]]);
    expect(visits).toHaveLength(3);
    expect(visits).toEqual(
      expect.arrayContaining([
        ["B-001", 1],
        ["B-002", 2],
        ["B-003", undefined],
      ]),
    );
  });

  test("one key twice is refused, in whatever order its parts stand", async () => {
    const order = { CustomerId: { S: "C-1001" }, OrderDate: { S: "2026" } };
    const turned = { OrderDate: { S: "2026" }, CustomerId: { S: "C-1001" } };
    await expect(get(at.context(), { [at.table("Orders")]: [order, turned] })).rejects.toMatchObject({
      code: "duplicate-key",
    });
  });

  test.runIf(hasProxy)(
    "asks again for what was left unprocessed, and hands out what stays left",
    async () => {
      const context = at.context();
      at.proxy.setRules([{ operation: "BatchGetItem", calls: 1, effect: { kind: "unprocessed" } }]);
      const response = await get(context, { Customers: keys(20) });
      expect(itemsByTable(context, response, found)["Customers"]).toHaveLength(20);
      expect(context.logged.map(({ message }) => message)).toEqual([
        "BatchGetItem: attempt 2 for the 10 of 20 items that were left unprocessed",
      ]);
      at.proxy.setRules([{ operation: "BatchGetItem", effect: { kind: "unprocessed", processed: 1 } }]);
      const request = getRequest(context, { Customers: keys(3) });
      configureClient(context, request, { retries: 1 });
      const second = await execute(context, "BatchGetItem", request);
      expect(itemsByTable(context, second, found)["Customers"]).toHaveLength(2);
      expect(itemsByTable(context, second, left)).toEqual({
        Customers: [{ CustomerId: ["String", "B-002"] }],
      });
    },
  );

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const { ours, theirs } = await wireOf(
      at.proxy,
      () =>
        get(
          at.context(),
          { Products: [{ ProductId: { N: "10" } }], Customers: keys(2) },
          { isConsistentRead: true, ReturnConsumedCapacity: "TOTAL" },
        ),
      () =>
        at.bare.send(
          new BatchGetItemCommand({
            RequestItems: {
              Products: { Keys: [{ ProductId: { N: "10" } }], ConsistentRead: true },
              Customers: {
                Keys: [{ CustomerId: { S: "B-000" } }, { CustomerId: { S: "B-001" } }],
                ConsistentRead: true,
              },
            },
            ReturnConsumedCapacity: "TOTAL",
          }),
        ),
    );
    expect(ours).toEqual(theirs);
  });
});
