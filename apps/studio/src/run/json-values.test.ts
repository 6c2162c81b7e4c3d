import { expect, test } from "vitest";
import { columnsOf, columnTitle, cutListOf, isEntityJson, lineOf } from "./json-values.ts";

test("a table has a column for each attribute that any object has, in their order", () => {
  const objects = [
    { $entity: "Shop.Order", $id: "1", Number: 1 },
    { $entity: "Shop.Rush", $id: "2", Number: 2, Deadline: null, "Shop.Order_Line": ["3"] },
  ];
  expect(columnsOf(objects)).toEqual(["Number", "Deadline", "Shop.Order_Line"]);
  expect(columnTitle("Shop.Order_Line")).toBe("Order_Line");
});

test("the mark of a cut list is no item of it", () => {
  expect(cutListOf([1, 2, { $cut: 7 }])).toEqual({ items: [1, 2], more: 7 });
  expect(cutListOf([1, 2])).toEqual({ items: [1, 2], more: 0 });
  expect(cutListOf([])).toEqual({ items: [], more: 0 });
});

test.each([
  [null, ""],
  ["text", "text"],
  [12, "12"],
  [["1", "2"], '["1","2"]'],
  [{ $entity: "Shop.Order" }, "Order"],
])("%j on one line is %j", (value, line) => {
  expect(lineOf(value)).toBe(line);
});

test("only an object with an entity is one", () => {
  expect([{ $entity: "Shop.Order" }, { $cut: 1 }, [], null, "text"].map(isEntityJson)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
