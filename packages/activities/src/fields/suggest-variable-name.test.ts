import { parseDataType } from "@rivulet/values";
import { expect, test } from "vitest";
import { platformDefinitions } from "../platform-activities.ts";
import type { NewVariableField } from "./field.ts";
import { suggestVariableName } from "./suggest-variable-name.ts";

function newVariableOf(kind: string): NewVariableField {
  const definition = platformDefinitions.find((candidate) => candidate.kind === kind);
  const field = definition?.fields.find((candidate) => candidate.kind === "newVariable");
  if (!field) throw new Error(`${kind} makes no variable.`);
  return field;
}

test.each([
  ["createObject", "Object(Sales.Order)", [], "NewOrder"],
  ["createList", "List(Sales.Order)", [], "OrderList"],
  ["retrieveByAssociation", "Object(Sales.Order)", [], "Order"],
  ["retrieveByAssociation", "List(Sales.Order)", [], "OrderList"],
  ["loop", "Object(Sales.Order)", [], "IteratorOrder"],
  ["microflowCall", "Enumeration(Sales.Status)", [], "Status"],
  ["microflowCall", "Integer", [], "Value"],
  ["microflowCall", "Object(Sales.Type)", [], "Type_2"],
  ["createVariable", "", [], "Variable"],
  ["createList", "List(Sales.Order)", ["OrderList"], "OrderList_2"],
  ["createList", "List(Sales.Order)", ["OrderList", "OrderList_2"], "OrderList_3"],
])("%s of %s with %j taken proposes %s", (kind, type, taken, expected) => {
  const isTaken = (name: string) => taken.includes(name);
  expect(suggestVariableName(newVariableOf(kind), { type: parseDataType(type), isTaken })).toBe(expected);
});
