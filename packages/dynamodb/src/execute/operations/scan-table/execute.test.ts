import { BatchWriteItemCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { ActivityContext } from "@rivulet/testkit";
import { type EntityObject, readAttribute, type Value } from "@rivulet/values";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ItemJson } from "../../codec/attribute-value.ts";
import {
  execute,
  linkedTo,
  linkStandIns,
  readItemBack,
  requestOf,
  type StandIns,
} from "../../items.test-support.ts";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";

/** A Condition: attribute, operator, operands. */
type ConditionSketch = readonly [key: string, operator: string, ...operands: readonly ItemJson[string][]];

interface ScanSketch extends StandIns {
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly conditions?: readonly ConditionSketch[];
  readonly startKey?: EntityObject | undefined;
}

function operand(context: ActivityContext, json: ItemJson[string]): EntityObject {
  if ("S" in json) return requestOf(context, "ScanTableValueString", { StringValue: json.S });
  if ("N" in json) return requestOf(context, "ScanTableValueLong", { LongValue: Number(json.N) });
  return requestOf(context, "ScanTableValueBoolean", {
    BooleanValue: "BOOL" in json && json.BOOL ? "_TRUE" : "_FALSE",
  });
}

async function scan(context: ActivityContext, { attributes = {}, conditions = [], ...rest }: ScanSketch) {
  const request = requestOf(context, "ScanRequest", attributes);
  for (const [Key, ComparisonOperator, ...operands] of conditions) {
    const condition = requestOf(context, "Condition", { Key, ComparisonOperator });
    context.link("AmazonDynamoDBConnector.Condition_ScanRequest", condition, request);
    for (const each of operands) {
      const value = operand(context, each);
      context.link("AmazonDynamoDBConnector.AbstractScanTableValue_Condition", value, condition);
    }
  }
  linkStandIns(context, request, rest);
  if (rest.startKey) {
    context.link("AmazonDynamoDBConnector.ExclusiveStartKey_ScanRequest", rest.startKey, request);
  }
  const response = await execute(context, "ScanTable", request);
  const items = linkedTo(context, "ScanItem_ScanResponse", response).map((item) =>
    readItemBack(context, item),
  );
  const [last] = linkedTo(context, "LastEvaluatedKey_ScanResponse", response);
  return { response, items, last };
}

describe.each(targets)("ScanTable on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
    const Item = { ProductId: { N: "40" }, Name: { S: "Nothing else" }, Tag: { NULL: true as const } };
    await at.bare.send(new PutItemCommand({ TableName: at.table("Products"), Item }));
    const requests = Array.from({ length: 25 }, (_, number) => ({
      PutRequest: {
        Item: { CustomerId: { S: "C-9" }, OrderDate: { S: `2025-${String(number).padStart(2, "0")}` } },
      },
    }));
    await at.bare.send(new BatchWriteItemCommand({ RequestItems: { [at.table("Orders")]: requests } }));
  });
  afterAll(() => at.close());

  const idsOf = (items: readonly ReturnType<typeof readItemBack>[]) =>
    items.map(({ ProductId }) => Number(ProductId?.[1])).toSorted((left, right) => left - right);

  test("gives the items of a table, with their number and its name", async () => {
    const { items, response } = await scan(at.context(), { attributes: { TableName: at.table("Products") } });
    expect(idsOf(items)).toEqual([10, 20, 30, 40]);
    expect(["TableName", "Count", "ScannedCount"].map((name) => readAttribute(response, name))).toEqual([
      at.table("Products"),
      4,
      4,
    ]);
  });

  test("goes from page to page until done", async () => {
    const context = at.context();
    const attributes = { TableName: at.table("Orders"), Limit: 7 };
    const sizes: number[] = [];
    const keys = new Set<unknown>();
    for (let last: EntityObject | undefined; ; ) {
      const page = await scan(context, { attributes, startKey: last });
      sizes.push(page.items.length);
      for (const { CustomerId, OrderDate } of page.items) keys.add(JSON.stringify([CustomerId, OrderDate]));
      last = page.last;
      if (!last) break;
    }
    expect(sizes.slice(0, 4)).toEqual([7, 7, 7, 7]);
    expect(keys.size).toBe(30);
  });

  test("reads an index", async () => {
    const attributes = { TableName: at.table("Orders"), IndexName: "OrdersByStatus" };
    expect((await scan(at.context(), { attributes })).items).toHaveLength(5);
  });

  test("reads in segments that share the work", async () => {
    const segments = await Promise.all(
      [0, 1, 2].map((Segment) =>
        scan(at.context(), { attributes: { TableName: at.table("Orders"), Segment, TotalSegments: 3 } }),
      ),
    );
    expect(segments.reduce((sum, { items }) => sum + items.length, 0)).toBe(30);
  });

  describe("a Condition finds what AWS's older filter finds", () => {
    test.each<readonly [string, ConditionSketch]>([
      ["EQ", ["Name", "EQ", { S: "Wool throw" }]],
      ["NE, also where there is no such attribute", ["Price", "NE", { N: "59" }]],
      ["LE", ["Price", "LE", { N: "59" }]],
      ["LT", ["Price", "LT", { N: "59" }]],
      ["GE", ["Price", "GE", { N: "59" }]],
      ["GT", ["Price", "GT", { N: "59" }]],
      ["NULL", ["Price", "_NULL"]],
      ["NOT_NULL, also where the value is null", ["Tag", "NOT_NULL"]],
      ["BEGINS_WITH", ["Name", "BEGINS_WITH", { S: "Wool" }]],
      ["CONTAINS in a text", ["Name", "CONTAINS", { S: "oo" }]],
      ["CONTAINS in a set", ["Colours", "CONTAINS", { S: "moss" }]],
      ["NOT_CONTAINS in a set", ["Colours", "NOT_CONTAINS", { S: "moss" }]],
      ["NOT_CONTAINS where there is no such attribute", ["Missing", "NOT_CONTAINS", { S: "moss" }]],
      ["BETWEEN, the lower one first", ["Price", "BETWEEN", { N: "16" }, { N: "60" }]],
      ["IN", ["Name", "IN", { S: "Wool throw" }, { S: "Linen notebook" }]],
    ])("%s", async (_, condition) => {
      const [Key, operator, ...operands] = condition;
      const { items } = await scan(at.context(), {
        attributes: { TableName: at.table("Products") },
        conditions: [condition],
      });
      const ComparisonOperator = operator.replace(/^_/, "") as "EQ";
      const AttributeValueList = operands.length > 0 ? (operands as { S: string }[]) : undefined;
      const legacy = await at.bare.send(
        new ScanCommand({
          TableName: at.table("Products"),
          ScanFilter: {
            [Key]: { ComparisonOperator, ...(AttributeValueList ? { AttributeValueList } : {}) },
          },
        }),
      );
      expect(idsOf(items)).toEqual(
        legacy.Items?.map(({ ProductId }) => Number(ProductId?.N)).toSorted((left, right) => left - right),
      );
    });
  });

  test("conditions have to hold all, also two on one attribute, and with an expression", async () => {
    const { items } = await scan(at.context(), {
      attributes: { TableName: at.table("Products"), FilterExpression: "#c1 <> :c2 OR #c1 = :c2" },
      names: { "#c1": "InStock" },
      values: { ":c2": { BOOL: true } },
      conditions: [
        ["Price", "GT", { N: "15" }],
        ["Price", "LT", { N: "100" }],
        ["Name", "NE", { S: "Linen notebook" }],
      ],
    });
    expect(idsOf(items)).toEqual([20]);
  });

  test("a Condition compares with a yes or no", async () => {
    const { items } = await scan(at.context(), {
      attributes: { TableName: at.table("Products") },
      conditions: [["InStock", "EQ", { BOOL: false }]],
    });
    expect(idsOf(items)).toEqual([30]);
  });

  test.each<readonly [ConditionSketch, string]>([
    [["Price", "BETWEEN", { N: "1" }], "takes two values: the lower one first; 1 are linked"],
    [["Price", "_NULL", { N: "1" }], "compares by NULL, which takes no value; 1 are linked"],
    [["Price", "EQ"], "takes one value; 0 are linked"],
    [["Price", "IN"], "takes 1 to 100 values; 0 are linked"],
  ])("%j has the wrong number of operands", async (condition, message) => {
    const scanning = scan(at.context(), {
      attributes: { TableName: at.table("Products") },
      conditions: [condition],
    });
    await expect(scanning).rejects.toMatchObject({
      code: "wrong-operands",
      message: expect.stringContaining(message),
    });
  });

  test("BETWEEN with the higher one first is refused in words", async () => {
    const scanning = scan(at.context(), {
      attributes: { TableName: at.table("Products") },
      conditions: [["Price", "BETWEEN", { N: "60" }, { N: "16" }]],
    });
    await expect(scanning).rejects.toMatchObject({
      code: "wrong-operands",
      message: expect.stringContaining("Link the lower one first."),
    });
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const plain = await wireOf(
      at.proxy,
      () => scan(at.context(), { attributes: { TableName: "Products", IndexName: " ", Limit: null } }),
      () => at.bare.send(new ScanCommand({ TableName: "Products" })),
    );
    expect(plain.ours).toEqual(plain.theirs);
    const all = await wireOf(
      at.proxy,
      () =>
        scan(at.context(), {
          attributes: {
            TableName: "Products",
            Limit: 3,
            isConsistentRead: true,
            FilterExpression: "#p > :p",
            ProjectionExpression: "ProductId, #p",
            ReturnConsumedCapacity: "TOTAL",
          },
          names: { "#p": "Price" },
          values: { ":p": { N: "16" } },
          conditions: [["Name", "EQ", { S: "Wool throw" }]],
        }),
      () =>
        at.bare.send(
          new ScanCommand({
            TableName: "Products",
            Limit: 3,
            ConsistentRead: true,
            FilterExpression: "(#p > :p) AND #c1 = :c2",
            ProjectionExpression: "ProductId, #p",
            ReturnConsumedCapacity: "TOTAL",
            ExpressionAttributeNames: { "#p": "Price", "#c1": "Name" },
            ExpressionAttributeValues: { ":p": { N: "16" }, ":c2": { S: "Wool throw" } },
          }),
        ),
    );
    expect(all.ours).toEqual(all.theirs);
  });
});
