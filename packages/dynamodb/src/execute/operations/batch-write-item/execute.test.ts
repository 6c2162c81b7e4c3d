import { BatchWriteItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { ActivityContext } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { customers, itemsByTable, writeRequest } from "../../batches.test-support.ts";
import { configureClient } from "../../execute.test-support.ts";
import { execute, linkedTo } from "../../items.test-support.ts";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";

describe.each(targets)("BatchWriteItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  beforeEach(() => at.reset());
  afterAll(() => at.close());

  const write = (
    context: ActivityContext,
    ...[sketch, attributes]: [Parameters<typeof writeRequest>[1], object?]
  ) => execute(context, "BatchWriteItem", writeRequest(context, sketch, { ...attributes }));
  const stored = async () => {
    const { Items = [] } = await at.bare.send(new ScanCommand({ TableName: at.table("Customers") }));
    return Items.map(({ CustomerId }) => CustomerId?.S ?? "").filter((id) => id.startsWith("B-"));
  };
  const keys = (count: number) =>
    customers(count).map(({ CustomerId }) => ({ CustomerId: CustomerId ?? { S: "" } }));

  test("puts 130 items and deletes them again", async () => {
    const context = at.context();
    await write(context, { add: { [at.table("Customers")]: customers(130) } });
    expect(await stored()).toHaveLength(130);
    await write(context, { remove: { [at.table("Customers")]: keys(130) } });
    expect(await stored()).toEqual([]);
  });

  test.runIf(hasProxy)("sends 25 items a call", async () => {
    await write(at.context(), { remove: { [at.table("Customers")]: keys(130) } });
    const calls = at.proxy.requests.filter(({ operation }) => operation === "BatchWriteItem");
    const sizes = calls.map(({ body }) => Object.values(body["RequestItems"] as object).flat().length);
    expect(sizes.toSorted((left, right) => right - left)).toEqual([25, 25, 25, 25, 25, 5]);
  });

  test("puts and deletes in several tables at once", async () => {
    const context = at.context();
    await write(context, { add: { [at.table("Customers")]: customers(2) } });
    await write(context, {
      add: {
        [at.table("Products")]: [{ ProductId: { N: "88" } }],
        [at.table("Customers")]: customers(3).slice(2),
      },
      remove: { [at.table("Customers")]: keys(2) },
    });
    expect(await stored()).toEqual(["B-002"]);
  });

  test("two writes of one item are refused before anything is written", async () => {
    const context = at.context();
    await write(context, { remove: { [at.table("Customers")]: keys(30) } });
    const twice = [...customers(30), { CustomerId: { S: "B-007" }, Visits: { N: "1" } }];
    await expect(write(context, { add: { [at.table("Customers")]: twice } })).rejects.toMatchObject({
      code: "duplicate-key",
      message: expect.stringContaining('names the item with CustomerId "B-007" of'),
    });
    expect(await stored()).toEqual([]);
  });

  test("a request with nothing in it is refused", async () => {
    await expect(write(at.context(), {})).rejects.toMatchObject({ code: "missing-object" });
  });

  test("tells the capacity of all calls together", async () => {
    const context = at.context();
    const sketch = { add: { [at.table("Customers")]: customers(30) } };
    const response = await write(context, sketch, { ReturnConsumedCapacity: "TOTAL" });
    expect(linkedTo(context, "ConsumedCapacity_BatchWriteItemResponse", response)).toHaveLength(1);
    await write(context, { remove: { [at.table("Customers")]: keys(30) } });
  });

  test.runIf(hasProxy)("sends again what was left unprocessed", async () => {
    const context = at.context();
    at.proxy.setRules([{ operation: "BatchWriteItem", calls: { to: 2 }, effect: { kind: "unprocessed" } }]);
    const response = await write(context, { add: { Customers: customers(20) } });
    expect(await stored()).toHaveLength(20);
    expect(linkedTo(context, "TableWithItemsToAdd_BatchWriteItemResponse", response)).toEqual([]);
    expect(context.logged.map(({ message }) => message)).toEqual([
      "BatchWriteItem: attempt 2 for the 10 of 20 items that were left unprocessed",
      "BatchWriteItem: attempt 3 for the 5 of 20 items that were left unprocessed",
    ]);
    await write(context, { remove: { Customers: keys(20) } });
  });

  test.runIf(hasProxy)("hands out what was still left in the end", async () => {
    const context = at.context();
    at.proxy.setRules([{ operation: "BatchWriteItem", effect: { kind: "unprocessed", processed: 1 } }]);
    const request = writeRequest(context, {
      add: { Customers: customers(2) },
      remove: { Products: [{ ProductId: { N: "88" } }] },
    });
    configureClient(context, request, { retries: 1 });
    const response = await execute(context, "BatchWriteItem", request);
    const left = itemsByTable(context, response, {
      tables: "TableWithItemsToDelete_BatchWriteItemResponse",
      items: "ItemToDelete_TableWithItemsToDelete",
    });
    expect(left).toEqual({ Products: [{ ProductId: ["Long", 88] }] });
    expect(context.logged.at(-1)?.message).toBe(
      "BatchWriteItem: 1 of 3 items were not processed in 2 attempts: ProductId 88 of Products",
    );
  });

  test.runIf(hasProxy)("says how much was written when a call fails", async () => {
    const context = at.context();
    const items = [...customers(50), { CustomerId: { S: "B-999" }, Text: { S: "x".repeat(410_000) } }];
    await expect(write(context, { add: { Customers: items } })).rejects.toMatchObject({
      code: "aws-validation",
      message: expect.stringMatching(
        /size.*An item may have 400 KB, names included\. The item with CustomerId "B-999" of Customers has about 410019 bytes; 409600 are allowed\. Of 51 items \d+ had been processed\./i,
      ),
      details: { total: 51, processed: 50 },
    });
    await write(context, { remove: { Customers: keys(50) } });
  });

  test.runIf(hasProxy)("one call after another where the key of the table may not be looked up", async () => {
    const context = at.context();
    at.proxy.setRules([
      { operation: "DescribeTable", effect: { kind: "error", code: "AccessDeniedException" } },
    ]);
    await write(context, { add: { Customers: customers(60) } });
    expect(await stored()).toHaveLength(60);
    await write(context, { remove: { Customers: keys(60) } });
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const [one, two] = customers(2);
    const { ours, theirs } = await wireOf(
      at.proxy,
      () =>
        write(
          at.context(),
          {
            add: { Customers: [one ?? {}] },
            remove: {
              Orders: [{ CustomerId: { S: "x" }, OrderDate: { S: "y" } }],
              Customers: [{ CustomerId: two?.["CustomerId"] ?? { S: "" } }],
            },
          },
          { ReturnConsumedCapacity: "TOTAL" },
        ),
      () =>
        at.bare.send(
          new BatchWriteItemCommand({
            RequestItems: {
              Customers: [
                { PutRequest: { Item: { CustomerId: { S: "B-000" }, Visits: { N: "0" } } } },
                { DeleteRequest: { Key: { CustomerId: { S: "B-001" } } } },
              ],
              Orders: [{ DeleteRequest: { Key: { CustomerId: { S: "x" }, OrderDate: { S: "y" } } } }],
            },
            ReturnConsumedCapacity: "TOTAL",
          }),
        ),
    );
    expect(ours).toEqual(theirs);
  });
});
