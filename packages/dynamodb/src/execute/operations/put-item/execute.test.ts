import { DeleteItemCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AttributeMap, ItemJson } from "../../codec/attribute-value.ts";
import { encodeItem } from "../../codec/encode-value.ts";
import { generatedItems } from "../../codec/generated-values.test-support.ts";
import { execute, makeItem, readItemBack, requestOf } from "../../items.test-support.ts";
import { type OpenTarget, targets } from "../../targets.test-support.ts";
import { wireOf } from "../../wire.test-support.ts";
import { type WriteSketch, write } from "../../written-items.test-support.ts";

const key = { CustomerId: { S: "C-7" } };

/** Whether DynamoDB takes a value: no empty set, and no member of a set twice. */
function isTaken(value: unknown): boolean {
  if (value instanceof Map) return [...value].every(([name, member]) => name !== "" && isTaken(member));
  if (Array.isArray(value)) return value.every(isTaken);
  if (typeof value !== "object" || value === null || !("members" in value)) return true;
  const members = (value.members as unknown[]).map((member) => String(member));
  return members.length > 0 && new Set(members).size === members.length;
}

/** Items that DynamoDB takes. dynalite loses an attribute named like an object's prototype. */
const itemsToPut = generatedItems.filter(
  (item: AttributeMap) => isTaken(item) && !JSON.stringify(encodeItem(item)).includes("__proto__"),
);

describe.each(targets)("PutItem on $name", ({ open, hasProxy }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
  });
  beforeEach(async () => {
    await at.bare.send(new DeleteItemCommand({ TableName: at.table("Customers"), Key: key }));
  });
  afterAll(() => at.close());

  const put = (item: ItemJson, sketch: Omit<Partial<WriteSketch>, "item"> = {}) =>
    write(at.context(), "PutItem", {
      ...sketch,
      item,
      attributes: { TableName: at.table("Customers"), ...sketch.attributes },
    });
  const stored = async () =>
    (await at.bare.send(new GetItemCommand({ TableName: at.table("Customers"), Key: key }))).Item;

  test("replaces the whole item: attributes that are not given are gone", async () => {
    await put({ ...key, Name: { S: "Marta" }, Visits: { N: "1" } });
    await put({ ...key, Name: { S: "Tomás" } });
    expect(await stored()).toEqual({ ...key, Name: { S: "Tomás" } });
  });

  test("keeps empty texts, nulls and missing attributes apart", async () => {
    await put({ ...key, Empty: { S: "" }, Null: { NULL: true } });
    expect(await stored()).toEqual({ ...key, Empty: { S: "" }, Null: { NULL: true } });
  });

  test("what is put comes back as it was, whatever it is", async () => {
    const context = at.context();
    await fc.assert(
      fc.asyncProperty(itemsToPut, async (generated) => {
        const item = { ...encodeItem(generated), ...key };
        await put(item);
        const request = requestOf(context, "GetItemRequest", { TableName: at.table("Customers") });
        context.link(
          "AmazonDynamoDBConnector.GetItem_GetItemRequest",
          makeItem(context, "GetItem", key),
          request,
        );
        const found = readItemBack(context, await execute(context, "GetItem", request));
        expect(sorted(found)).toEqual(sorted(readItemBack(context, makeItem(context, "PutItem", item))));
      }),
      { numRuns: 100 },
    );
  });

  test("under a condition, with values and a name that is reserved", async () => {
    const sketch = {
      attributes: { ConditionExpression: "attribute_not_exists(CustomerId) OR #status = :old" },
      names: { "#status": "Status" },
      values: { ":old": { S: "New" } },
    };
    await put({ ...key, Status: { S: "New" } }, sketch);
    await put({ ...key, Status: { S: "Open" } }, sketch);
    await expect(put({ ...key, Status: { S: "Closed" } }, sketch)).rejects.toMatchObject({
      code: "aws-condition-failed",
      isRetryable: false,
      message: expect.stringMatching(
        /^PutItem failed: the condition does not hold \(ConditionalCheckFailedException/,
      ),
    });
    expect(await stored()).toMatchObject({ Status: { S: "Open" } });
  });

  test("hands out the item that was replaced", async () => {
    const attributes = { ReturnValues: "ALL_OLD" };
    expect((await put({ ...key, Name: { S: "Marta" } }, { attributes })).returned).toBeUndefined();
    expect((await put(key, { attributes })).returned).toEqual({
      CustomerId: ["String", "C-7"],
      Name: ["String", "Marta"],
    });
  });

  test.runIf(hasProxy)("sends what the bare SDK sends", async () => {
    const Item = {
      ...key,
      Thumbnail: { B: "AP8=" },
      Tags: { SS: ["a", "b"] },
      Lines: { L: [{ M: { Price: { N: "1.5" } } }] },
    } satisfies ItemJson;
    const { ours, theirs } = await wireOf(
      at.proxy,
      () =>
        put(Item, {
          attributes: {
            ConditionExpression: "#n <> :v",
            ReturnValues: "ALL_OLD",
            ReturnConsumedCapacity: "INDEXES",
          },
          names: { "#n": "Name", "#unused": "Unused" },
          values: { ":v": { B: "AA==" }, ":unused": { N: "1" } },
        }),
      () =>
        at.bare.send(
          new PutItemCommand({
            TableName: "Customers",
            Item: { ...Item, Thumbnail: { B: Uint8Array.of(0, 255) } },
            ConditionExpression: "#n <> :v",
            ExpressionAttributeNames: { "#n": "Name" },
            ExpressionAttributeValues: { ":v": { B: Uint8Array.of(0) } },
            ReturnValues: "ALL_OLD",
            ReturnConsumedCapacity: "INDEXES",
          }),
        ),
    );
    expect(ours).toEqual(theirs);
  });
});

const textOf = (value: unknown) =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}n` : each));

/** Sets and maps come in any order: their members as texts, in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [entity, members]: unknown[] = value.slice(-2);
    const isUnordered = typeof entity === "string" && /Set$|^Map$/.test(entity) && Array.isArray(members);
    if (!isUnordered) return value.map(sorted);
    return [...value.slice(0, -1), members.map((member) => textOf(sorted(member))).toSorted()];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sorted(each)]));
}
