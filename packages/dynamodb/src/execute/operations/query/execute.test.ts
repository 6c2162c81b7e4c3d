import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { ActivityContext } from "@rivulet/testkit";
import { type EntityObject, readAttribute, type Value } from "@rivulet/values";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

interface QuerySketch extends StandIns {
  readonly attributes: Readonly<Record<string, Value>>;
  readonly startKey?: EntityObject | undefined;
}

async function query(context: ActivityContext, { attributes, startKey, ...standIns }: QuerySketch) {
  const request = requestOf(context, "QueryRequest", attributes);
  linkStandIns(context, request, standIns);
  if (startKey) context.link("AmazonDynamoDBConnector.ExclusiveStartKey_QueryRequest", startKey, request);
  const response = await execute(context, "Query", request);
  const items = linkedTo(context, "QueryItem_QueryResponse", response).map((item) =>
    readItemBack(context, item),
  );
  const [last] = linkedTo(context, "LastEvaluatedKey_QueryResponse", response);
  return { response, last, dates: items.map(({ OrderDate }) => String(OrderDate?.[1]).slice(0, 10)) };
}

const ofCustomer = { KeyConditionExpression: "CustomerId = :id", values: { ":id": { S: "C-1001" } } };

describe.each(targets)("Query on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  afterAll(() => at.close());

  const run = ({ attributes, ...sketch }: QuerySketch) =>
    query(at.context(), { ...sketch, attributes: { TableName: at.table("Orders"), ...attributes } });
  const { KeyConditionExpression, values } = ofCustomer;

  test.each([
    [null, ["2026-09-02", "2026-11-03"]],
    ["ASCENDING", ["2026-09-02", "2026-11-03"]],
    ["DESCENDING", ["2026-11-03", "2026-09-02"]],
  ])("gives the items of a partition in the order of the sort key: %s", async (SortOrder, dates) => {
    expect((await run({ attributes: { KeyConditionExpression, SortOrder }, values })).dates).toEqual(dates);
  });

  test("goes on behind the last item of the page before", async () => {
    const attributes = { KeyConditionExpression, Limit: 1 };
    const first = await run({ attributes, values });
    expect(first.dates).toEqual(["2026-09-02"]);
    expect((await run({ attributes, values, startKey: first.last })).dates).toEqual(["2026-11-03"]);
  });

  test("reads an index, and filters what was read", async () => {
    const { dates, response } = await run({
      attributes: {
        IndexName: "OrdersByStatus",
        KeyConditionExpression: "#s = :s",
        FilterExpression: "#t > :least",
      },
      names: { "#s": "Status", "#t": "Total" },
      values: { ":s": { S: "Open" }, ":least": { N: "100" } },
    });
    expect(dates).toEqual(["2026-11-15"]);
    expect(["Count", "ScannedCount"].map((name) => readAttribute(response, name))).toEqual([1, 2]);
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const { ours, theirs } = await wireOf(
      at.proxy,
      () =>
        run({
          attributes: {
            KeyConditionExpression: "CustomerId = :id AND OrderDate > :from",
            ProjectionExpression: "OrderDate",
            SortOrder: "DESCENDING",
            Limit: 5,
            isConsistentRead: true,
          },
          values: { ":id": { S: "C-1001" }, ":from": { S: "2026-10" } },
        }),
      () =>
        at.bare.send(
          new QueryCommand({
            TableName: "Orders",
            KeyConditionExpression: "CustomerId = :id AND OrderDate > :from",
            ProjectionExpression: "OrderDate",
            ScanIndexForward: false,
            Limit: 5,
            ConsistentRead: true,
            ExpressionAttributeValues: { ":id": { S: "C-1001" }, ":from": { S: "2026-10" } },
          }),
        ),
    );
    expect(ours).toEqual(theirs);
  });
});
