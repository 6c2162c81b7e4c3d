import { expect, test } from "vitest";
import { closestName } from "./suggestion.ts";

test.each([
  ["IteratorListTable", ["Table", "IteratorTable"], "IteratorTable"],
  ["NewCustomerTable", ["NewDBTable", "NewTable"], "NewTable"],
  ["NewTable", ["NewDynamoDBTable", "Iterator"], undefined],
  ["DynamoTable", ["DynamoDBTable"], "DynamoDBTable"],
  ["IteratorTabel", ["IteratorListTable", "IteratorTable"], "IteratorTable"],
  ["OrderList", ["Order"], undefined],
  ["NewCustomerList", ["NewOrderList", "OldOrders"], undefined],
  ["Ordr", ["Customer", "Order"], "Order"],
])("for %s, of %j, %s is offered", (name, candidates, expected) => {
  expect(closestName(name, candidates)).toBe(expected);
});
