import { expect, test } from "vitest";
import { createObject } from "./entity-object.ts";
import type { EntityShape } from "./entity-shape.ts";
import { ObjectList } from "./object-list.ts";

const shape: EntityShape = {
  name: "Sales.Order",
  generalization: null,
  isPersistable: false,
  attributes: [],
  attributesByName: new Map(),
};

const [first, second, third] = [createObject(shape), createObject(shape), createObject(shape)];
const names = new Map([
  [first, "1"],
  [second, "2"],
  [third, "3"],
]);
const listOf = (...items: (typeof first)[]) => new ObjectList("Sales.Order", items);
const text = ({ items }: ObjectList) => items.map((item) => names.get(item)).join("");

test.each<[string, (list: ObjectList) => void, string]>([
  ["adding puts at the end and allows duplicates", (list) => list.add(first), "121"],
  [
    "adding a list puts its members at the end in their order",
    (list) => list.addAll(listOf(third, first)),
    "1231",
  ],
  ["adding a list to itself doubles it", (list) => list.addAll(list), "1212"],
  ["removing takes the object away", (list) => list.remove(first), "2"],
  ["removing what is not there is silent", (list) => list.remove(third), "12"],
  ["removing a list takes its members away", (list) => list.removeAll(listOf(second, third)), "1"],
  ["removing a list from itself empties it", (list) => list.removeAll(list), ""],
  ["clearing takes everything away", (list) => list.clear(), ""],
])("%s", (_, change, expected) => {
  const list = listOf(first, second);
  change(list);
  expect(text(list)).toBe(expected);
});

test.each<[string, string]>([
  ["remove", "23131"],
  ["removeAll", "2331"],
])("%s takes only one occurrence for each object", (operation, expected) => {
  const list = listOf(first, second, third, first, third, first);
  if (operation === "remove") list.remove(first);
  else list.removeAll(listOf(first, first));
  expect(text(list)).toBe(expected);
});

test.each<[string, (list: ObjectList) => void]>([
  ["an object added", (list) => list.add(third)],
  ["a list added", (list) => list.addAll(listOf(third))],
  ["an object removed", (list) => list.remove(first)],
  ["a list removed", (list) => list.removeAll(listOf(first))],
  ["everything removed", (list) => list.clear()],
])("a snapshot does not see %s later", (_, change) => {
  const list = listOf(first, second);
  const { items, count } = list.snapshot();
  change(list);
  expect(items.slice(0, count).map((item) => names.get(item))).toEqual(["1", "2"]);
});

test("what is removed twice after one snapshot leaves the snapshot alone", () => {
  const list = listOf(first, second, third);
  const { items, count } = list.snapshot();
  list.remove(first);
  list.remove(second);
  expect(text(list)).toBe("3");
  expect(items.slice(0, count)).toEqual([first, second, third]);
});
