import type { ActivityContext } from "@rivulet/testkit";
import { decimalFromText, type EntityObject } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { getRequest, writeRequest } from "./batches.test-support.ts";
import type { ItemJson } from "./codec/attribute-value.ts";
import { amazonDynamoDB } from "./connector.ts";
import { dynamoDBContext, objectOf } from "./execute.test-support.ts";
import { execute, linkStandIns, makeItem, requestOf } from "./items.test-support.ts";

/** Nothing listens there: what is refused here has not been sent. */
const context = dynamoDBContext({ endpoint: { kind: "explicit", url: "http://127.0.0.1:1" } });
const inModule = (name: string) => `AmazonDynamoDBConnector.${name}`;

const operations = amazonDynamoDB.activities.filter(({ fields }) =>
  fields.some(({ name }) => name === "Credentials"),
);

describe("what is missing is told in the order credentials, request, region, attributes, linked objects", () => {
  test.each(operations.map(({ label, kind, fields }) => [label, kind, fields[0]?.name ?? ""]))(
    "%s",
    async (label, kind, requestField) => {
      const failure = (inputs: object) =>
        context.execute(kind, { Region: null, Credentials: null, [requestField]: null, ...inputs }).then(
          () => "nothing",
          ({ code, message }) => {
            expect(message).toContain(label);
            return code as string;
          },
        );
      const Credentials = await context.execute("AWSAuthentication.GetStaticCredentials");
      const request = objectOf(context, inModule(requestField));
      expect(await failure({})).toBe("missing-credentials");
      expect(await failure({ Credentials })).toBe("missing-request");
      expect(
        await context
          .execute(kind, { Credentials, [requestField]: request, Region: null })
          .catch(({ code }) => code),
      ).toBe("missing-region");
      if (label === "ListTables") return;
      const code = await failure({ Credentials, [requestField]: request, Region: "eu_central_1" });
      expect(code).toBe(label.startsWith("Batch") ? "missing-object" : "missing-attribute");
    },
  );
});

function put(item: EntityObject, TableName: string | null = "Orders"): Promise<EntityObject> {
  const request = requestOf(context, "PutItemRequest", { TableName });
  context.link(inModule("PutItem_PutItemRequest"), item, request);
  return execute(context, "PutItem", request);
}

const putJson = (json: ItemJson) => put(makeItem(context, "PutItem", json));

function linkValue(
  entity: string,
  attributes: Parameters<typeof objectOf>[2],
  item: EntityObject,
): EntityObject {
  const value = objectOf(context, inModule(entity), attributes);
  context.link(inModule("AbstractKey_AbstractItem"), value, item);
  return value;
}

function withValue(entity: string, attributes: Parameters<typeof objectOf>[2]): EntityObject {
  const item = makeItem(context, "PutItem", {});
  linkValue(entity, attributes, item);
  return item;
}

describe("an item that cannot be sent is refused with the object and its attribute", () => {
  test.each<[string, () => Promise<unknown>, string, RegExp]>([
    [
      "a table without a name",
      () => put(makeItem(context, "PutItem", { A: { S: "x" } }), "  "),
      "missing-attribute",
      /^TableName of the PutItemRequest given to PutItem is empty\./,
    ],
    [
      "no item",
      () => execute(context, "PutItem", requestOf(context, "PutItemRequest", { TableName: "Orders" })),
      "missing-object",
      /^The PutItemRequest given to PutItem has nothing linked over AmazonDynamoDBConnector\.PutItem_PutItemRequest\. Create an object of PutItem/,
    ],
    [
      "an item without values",
      () => putJson({}),
      "missing-object",
      /The PutItem given to PutItem has nothing linked over .*Create a KeyValue object/,
    ],
    [
      "a value without a name",
      () => put(withValue("KeyValueString", { StringValue: "x" })),
      "missing-attribute",
      /^Key of the KeyValueString given to PutItem/,
    ],
    ...(["String", "Long", "Decimal", "Boolean", "Binary"] as const).map(
      (type): [string, () => Promise<unknown>, string, RegExp] => [
        `an empty KeyValue${type}`,
        () => put(withValue(`KeyValue${type}`, { Key: "A" })),
        "missing-attribute",
        new RegExp(`^${type}Value of the KeyValue${type} "A" given to PutItem is empty`),
      ],
    ),
    [
      "something that is no value",
      () => put(withValue("Condition", { Key: "A" })),
      "wrong-object",
      /^The Condition "A" given to PutItem is linked as a value, but is none/,
    ],
    [
      "one name twice",
      () => {
        const item = withValue("KeyValueLong", { Key: "A", LongValue: 1 });
        linkValue("KeyValueString", { Key: "A", StringValue: "x" }, item);
        return put(item);
      },
      "duplicate-attribute",
      /has two values named "A"; one of them would be lost/,
    ],
    [
      "an empty set",
      () => putJson({ A: { SS: [] } }),
      "empty-set",
      /^The KeyValueStringSet "A" .* has no members/,
    ],
    [
      "a set with another type in it",
      () => {
        const item = withValue("KeyValueNumberSet", { Key: "A" });
        const [set] = context.linked(inModule("AbstractKey_AbstractItem"), item);
        const member = objectOf(context, inModule("KeyValueString"), { StringValue: "1" });
        if (set) context.link(inModule("AbstractKey_KeyValueCollection"), member, set);
        return put(item);
      },
      "wrong-object",
      /has members of another type/,
    ],
    [
      "a number with 39 digits",
      () =>
        put(
          withValue("KeyValueDecimal", {
            Key: "A",
            DecimalValue: decimalFromText(`0.${"1".repeat(39)}`) ?? null,
          }),
        ),
      "number-not-taken",
      /^The KeyValueDecimal "A" given to PutItem is 0\.1+, which has 39 significant digits; DynamoDB keeps 38\. Round it first/,
    ],
    [
      "lists in lists without end",
      () => putJson({ A: nested(33) }),
      "nested-too-deep",
      /in more than 32 lists and maps/,
    ],
  ])("%s", async (_, failing, code, message) => {
    await expect(failing()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

function nested(depth: number): ItemJson[string] {
  return depth === 0 ? { S: "deep" } : { L: [nested(depth - 1)] };
}

test("a list that contains itself is refused, and does not go on forever", async () => {
  const item = withValue("KeyValueList", { Key: "A" });
  const [list] = context.linked(inModule("AbstractKey_AbstractItem"), item);
  const inner = objectOf(context, inModule("KeyValueList"));
  if (!list) throw new Error("There is no list.");
  context.link(inModule("AbstractKey_KeyValueCollection"), inner, list);
  context.link(inModule("AbstractKey_KeyValueCollection"), list, inner);
  await expect(put(item)).rejects.toMatchObject({ code: "nested-too-deep" });
});

describe("stand-ins", () => {
  const deleting = (names: Record<string, string>, values: ItemJson = {}) => {
    const request = requestOf(context, "DeleteItemRequest", {
      TableName: "Orders",
      ConditionExpression: "#a = :v",
    });
    context.link(
      inModule("DeleteItem_DeleteItemRequest"),
      makeItem(context, "DeleteItem", { A: { S: "x" } }),
      request,
    );
    linkStandIns(context, request, { names, values });
    return execute(context, "DeleteItem", request);
  };

  test.each<[string, () => Promise<unknown>, string]>([
    [
      "a name without #",
      () => deleting({ a: "A" }, { ":v": { S: "x" } }),
      'Placeholder "a" does not begin with #.',
    ],
    [
      "a value without a colon",
      () => deleting({}, { v: { S: "x" } }),
      'The value "v" of ExpressionAttributeValues does not begin with a colon.',
    ],
  ])("%s", async (_, failing, message) => {
    const error = { code: "wrong-stand-in", message: expect.stringContaining(message) };
    await expect(failing()).rejects.toMatchObject(error);
  });
});

describe("batches", () => {
  const first = (linked: (context: ActivityContext) => EntityObject) => linked(context);

  test.each<[string, string, EntityObject, RegExp]>([
    [
      "a table without a name",
      "BatchGetItem",
      first((at) => getRequest(at, { "": [{ A: { S: "x" } }] })),
      /^TableName of the RequestTable/,
    ],
    [
      "a table without keys",
      "BatchGetItem",
      first((at) => getRequest(at, { Orders: [] })),
      /nothing linked over AmazonDynamoDBConnector\.BatchGetRequestedItem_RequestTable/,
    ],
    [
      "a key without values",
      "BatchGetItem",
      first((at) => getRequest(at, { Orders: [{}] })),
      /^The BatchGetRequestedItem given to BatchGetItem has nothing linked/,
    ],
    [
      "a table without a name to put into",
      "BatchWriteItem",
      first((at) => writeRequest(at, { add: { "": [{ A: { S: "x" } }] } })),
      /^TableName of the TableWithItemsToAdd/,
    ],
    [
      "nothing to put into a table",
      "BatchWriteItem",
      first((at) => writeRequest(at, { add: { Orders: [] } })),
      /ItemToAdd_TableWithItemsToAdd/,
    ],
    [
      "nothing to delete from a table",
      "BatchWriteItem",
      first((at) => writeRequest(at, { remove: { Orders: [] } })),
      /ItemToDelete_TableWithItemsToDelete/,
    ],
  ])("%s", async (_, operation, request, message) => {
    const error = { code: expect.stringMatching(/^missing-/), message: expect.stringMatching(message) };
    await expect(execute(context, operation, request)).rejects.toMatchObject(error);
  });
});
