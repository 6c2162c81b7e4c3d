import { expect, test } from "vitest";
import { findRows } from "./find-rows.ts";

const rows = [
  ...["BatchGetItemRequest", "GetItem", "GetItemRequest", "Table"].map((name) => ({
    name: `AmazonDynamoDBConnector.${name}`,
    isFromConnector: true,
  })),
  ...["Table", "TableOfContents"].map((name) => ({ name: `Shop.${name}`, isFromConnector: false })),
];
const found = (query: string) => findRows(rows, query).flatMap((group) => group.rows.map(({ name }) => name));

test.each([
  ["", "Shop.Table"],
  ["GetItemRequest", "AmazonDynamoDBConnector.GetItemRequest"],
  ["getitem", "AmazonDynamoDBConnector.GetItem"],
  ["table", "Shop.Table"],
  ["amazondynamodbconnector.table", "AmazonDynamoDBConnector.Table"],
])("the first for %j is %s", (query, expected) => {
  expect(found(query)[0]).toBe(expected);
});

test("what fits stands by module, and nothing else stands there", () => {
  expect(findRows(rows, "table").map(({ module }) => module)).toEqual(["Shop", "AmazonDynamoDBConnector"]);
  expect(found("nothing like it")).toEqual([]);
});
