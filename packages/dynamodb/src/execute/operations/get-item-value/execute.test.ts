import type { DataType, Value } from "@rivulet/values";
import { Decimal } from "@rivulet/values";
import { expect, test } from "vitest";
import { dynamoDBContext } from "../../execute.test-support.ts";
import { makeItem } from "../../items.test-support.ts";

const context = dynamoDBContext({});
const item = makeItem(context, "ScanItem", {
  Name: { S: "Oak desk lamp" },
  Empty: { S: "" },
  Visits: { N: "9007199254740993" },
  Price: { N: "129.9" },
  InStock: { BOOL: true },
  Since: { S: "2026-11-22T10:00:00.000Z" },
  Thumbnail: { B: "AP8=" },
  Gone: { NULL: true },
  Tags: { SS: ["a"] },
});

const read = (Item: Value, Attribute: string | null, kind: DataType["kind"]) =>
  context.execute("AmazonDynamoDBConnector.GetItemValue", { Item, Attribute, type: { kind } as never });

test.each<[string, DataType["kind"], Value]>([
  ["Name", "string", "Oak desk lamp"],
  ["Empty", "string", ""],
  ["Visits", "integer", 9007199254740993n],
  ["Visits", "decimal", new Decimal(9007199254740993n, 0)],
  ["Price", "decimal", new Decimal(1299, 1)],
  ["InStock", "boolean", true],
  ["Since", "dateTime", Date.UTC(2026, 10, 22, 10)],
  ["Thumbnail", "binary", Uint8Array.of(0, 255)],
  ["Gone", "string", null],
  ["Missing", "integer", null],
])("%s as %s", async (attribute, kind, value) => {
  expect(await read(item, attribute, kind)).toEqual(value);
});

test.each<[string, DataType["kind"]]>([
  ["Name", "integer"],
  ["Name", "dateTime"],
  ["Visits", "string"],
  ["Price", "integer"],
  ["Tags", "string"],
])("%s cannot be read as %s", async (attribute, kind) => {
  const error = { code: "wrong-value-type", message: expect.stringContaining(`"${attribute}"`) };
  await expect(read(item, attribute, kind)).rejects.toMatchObject(error);
});

test("an empty item and an empty name are told", async () => {
  await expect(read(null, "Name", "string")).rejects.toMatchObject({ code: "missing-item" });
  await expect(read(item, "", "string")).rejects.toMatchObject({ code: "missing-attribute-name" });
});
