import type { MenuItem } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { canMoveInto, indentPlace, menuRows, outdentPlace, stepPlace, withItemAt } from "./menu-tree.ts";

const item = (id: string, parent?: string): MenuItem => ({
  id,
  caption: id,
  ...(parent === undefined ? {} : { parent }),
});
/** One letter for each item, deeper ones after dots: `a .b ..c`. */
const drawn = (menu: readonly MenuItem[]) =>
  menuRows(menu)
    .map(({ item: { id }, depth }) => ".".repeat(depth - 1) + id)
    .join(" ");
const menu = [item("a"), item("b", "a"), item("c", "b"), item("d"), item("e"), item("f", "e")];
const found = (id: string) => menu.find((each) => each.id === id) ?? item(id);

test("the rows are the items from top to bottom, with those in them", () => {
  expect(drawn(menu)).toBe("a .b ..c d e .f");
  expect(menuRows(menu)[1]).toMatchObject({ depth: 2, position: 0, count: 1, hasItems: true });
});

test("an item whose parent is gone stands at the top; a circle does not stop the editor", () => {
  expect(drawn([item("a", "gone"), item("b")])).toBe("a b");
  expect(drawn([item("a", "b"), item("b", "a"), item("c")])).toBe("c");
});

describe("an item moves", () => {
  test.each<[string, string, ReturnType<typeof stepPlace>, string]>([
    ["up among those beside it", "d", stepPlace(menu, found("d"), -1), "d a .b ..c e .f"],
    ["down, with what is in it", "a", stepPlace(menu, found("a"), 1), "d a .b ..c e .f"],
    ["into the one before it", "d", indentPlace(menu, found("d")), "a .b ..c .d e .f"],
    ["out of the one that it is in", "b", outdentPlace(menu, found("b")), "a b .c d e .f"],
    ["out of the last one", "f", outdentPlace(menu, found("f")), "a .b ..c d e f"],
    ["before another", "f", { parent: "a", before: "b" }, "a .f .b ..c d e"],
  ])("%s", (_title, id, place, expected) => {
    expect(place).toBeDefined();
    expect(drawn(place ? withItemAt(menu, id, place) : [])).toBe(expected);
  });
});

test("there is no way beyond the ends, into itself, or deeper than the application shows", () => {
  expect(stepPlace(menu, found("a"), -1)).toBeUndefined();
  expect(stepPlace(menu, found("e"), 1)).toBeUndefined();
  expect(indentPlace(menu, found("a"))).toBeUndefined();
  expect(outdentPlace(menu, found("a"))).toBeUndefined();
  expect(canMoveInto(menu, "a", "c")).toBe(false);
  expect(canMoveInto(menu, "a", "a")).toBe(false);
  expect(canMoveInto(menu, "e", "b")).toBe(false);
  expect(canMoveInto(menu, "d", "b")).toBe(true);
  expect(withItemAt(menu, "a", { parent: "c" })).toBe(menu);
});
