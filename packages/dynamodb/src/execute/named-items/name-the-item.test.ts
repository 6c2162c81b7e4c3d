import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AwsErrorCode } from "../../embedded/index.ts";
import { type ByTable, customers, getRequest, itemsByTable, writeRequest } from "../batches.test-support.ts";
import type { ItemJson } from "../codec/attribute-value.ts";
import { configureClient } from "../execute.test-support.ts";
import { execute, makeItem, requestOf } from "../items.test-support.ts";
import { type OpenTarget, targets } from "../targets.test-support.ts";

const order = (CustomerId: string, OrderDate: string): ItemJson => ({
  CustomerId: { S: CustomerId },
  OrderDate: { S: OrderDate },
});
const good = [order("N-1", "2026-01"), order("N-2", "2026-02")];

describe.each(targets.filter(({ hasProxy }) => hasProxy))("a failed call on $name", ({ open }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  beforeEach(() => at.reset());
  afterAll(() => at.close());

  const batchWrite = (sketch: { readonly add?: ByTable; readonly remove?: ByTable }) => {
    const context = at.context();
    const request = writeRequest(context, sketch);
    configureClient(context, request, { retries: 0 });
    return execute(context, "BatchWriteItem", request);
  };
  const batchGet = (keys: ByTable) => {
    const context = at.context();
    return execute(context, "BatchGetItem", getRequest(context, keys));
  };
  const single = (
    operation: "GetItem" | "PutItem" | "DeleteItem",
    json: ItemJson,
    attributes: object = {},
  ) => {
    const context = at.context();
    const request = requestOf(context, `${operation}Request`, { TableName: "Orders", ...attributes });
    const item = makeItem(context, operation, json);
    context.link(`AmazonDynamoDBConnector.${operation}_${operation}Request`, item, request);
    configureClient(context, request, { retries: 0 });
    return execute(context, operation, request);
  };

  test.each<[string, () => Promise<unknown>, string]>([
    [
      "an item to put without its sort key",
      () => batchWrite({ add: { Orders: [...good, { CustomerId: { S: "N-3" } }] } }),
      'The item with CustomerId "N-3" of Orders has no OrderDate, the sort key of the table.',
    ],
    [
      "an item to put without its partition key",
      () => batchWrite({ add: { Orders: [...good, { OrderDate: { S: "2026-03" } }] } }),
      'The item with OrderDate "2026-03" of Orders has no CustomerId, the partition key of the table.',
    ],
    [
      "a key of another type",
      () => batchWrite({ add: { Orders: [...good, { ...order("", "2026-03"), CustomerId: { N: "7" } }] } }),
      'The item with CustomerId 7, OrderDate "2026-03" of Orders has a number in CustomerId, where the table has a text.',
    ],
    [
      "a key of an index of another type",
      () =>
        batchWrite({ add: { Orders: [...good, { ...order("N-3", "2026-03"), Status: { BOOL: true } }] } }),
      'The item with CustomerId "N-3", OrderDate "2026-03" of Orders has a Boolean in Status, where the table has a text (a key of an index).',
    ],
    [
      "one item twice in a call",
      () => batchWrite({ add: { Customers: customers(2), Orders: [...good, order("N-1", "2026-01")] } }),
      'The item with CustomerId "N-1", OrderDate "2026-01" of Orders is in the batch more than once.',
    ],
    [
      "a key to delete that has more than the key",
      () => batchWrite({ remove: { Customers: [{ CustomerId: { S: "N-1" }, Name: { S: "x" } }] } }),
      'The item with CustomerId "N-1" of Customers has Name, which is no part of the key of the table.',
    ],
    [
      "a key to get without its sort key",
      () => batchGet({ Orders: [...good, { CustomerId: { S: "N-3" } }] }),
      'The item with CustomerId "N-3" of Orders has no OrderDate, the sort key of the table.',
    ],
    [
      "a single key without its sort key",
      () => single("GetItem", { CustomerId: { S: "N-3" } }),
      'The item with CustomerId "N-3" of Orders has no OrderDate, the sort key of the table.',
    ],
    [
      "a single key with an empty part",
      () => single("DeleteItem", order("N-3", "")),
      'The item with CustomerId "N-3", OrderDate "" of Orders has an empty OrderDate; a key is never empty.',
    ],
    [
      "a condition with a reserved word",
      () => single("PutItem", order("N-3", "2026-03"), { ConditionExpression: "Name = Status" }),
      'It is about the item with CustomerId "N-3", OrderDate "2026-03" of Orders.',
    ],
  ])("names the item: %s", async (_, failing, told) => {
    await expect(failing()).rejects.toMatchObject({
      code: "aws-validation",
      message: expect.stringContaining(told),
      details: { tables: [expect.any(String)], key: expect.any(Object), requestId: expect.any(String) },
    });
  });

  test("nothing is written when a call is refused", async () => {
    await expect(batchWrite({ add: { Orders: [...good, { CustomerId: { S: "N-3" } }] } })).rejects.toThrow(
      "OrderDate",
    );
    const context = at.context();
    const response = await execute(context, "BatchGetItem", getRequest(context, { Orders: good }));
    const found = {
      tables: "ResponseTable_BatchGetItemResponse",
      items: "BatchGetResponseItem_ResponseTable",
    };
    expect(Object.values(itemsByTable(context, response, found)).flat()).toEqual([]);
  });

  test("a call whose table cannot be described says which items were in it", async () => {
    at.proxy.setRules([
      { operation: "DescribeTable", effect: { kind: "error", code: "AccessDeniedException" } },
    ]);
    await expect(
      batchWrite({ add: { Orders: [...good, { CustomerId: { S: "N-3" } }] } }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        'It is about a call with 3 items, from CustomerId "N-1", OrderDate "2026-01" of Orders to CustomerId "N-3" of Orders.',
      ),
      details: { tables: ["Orders"] },
    });
  });

  test.each<[AwsErrorCode]>([["ThrottlingException"], ["InternalServerError"]])(
    "%s names the item, and nothing further is asked",
    async (code) => {
      at.proxy.setRules([{ effect: { kind: "error", code } }]);
      await expect(single("GetItem", order("N-1", "2026-01"))).rejects.toMatchObject({
        message: expect.stringMatching(
          /It is about the item with CustomerId "N-1", OrderDate "2026-01" of Orders\.$/,
        ),
        details: { tables: ["Orders"], key: order("N-1", "2026-01") },
      });
      expect(at.proxy.requests).toHaveLength(1);
    },
  );

  test("keys that AWS does not accept are not about an item", async () => {
    at.proxy.setRules([{ effect: { kind: "error", code: "UnrecognizedClientException" } }]);
    await expect(single("GetItem", order("N-1", "2026-01"))).rejects.toMatchObject({
      message: expect.not.stringContaining("It is about"),
    });
  });
});
