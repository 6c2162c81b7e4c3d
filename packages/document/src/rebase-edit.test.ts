import { expect, test } from "vitest";
import { rebaseEdit } from "./rebase-edit.ts";

const entity = (...names: readonly string[]) => ({
  attributes: names.map((name) => ({ id: name.toLowerCase().charAt(0), name })),
});

test.each([
  ["keeps what each side changed", { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }, { a: 2, b: 3 }],
  ["keeps the edit where both changed the same", { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
  [
    "looks into members",
    { f: { a: 1, b: 1 } },
    { f: { a: 2, b: 1 } },
    { f: { a: 1, b: 3 } },
    { f: { a: 2, b: 3 } },
  ],
  ["leaves out what either side removed", { a: 1, b: 1, c: 1 }, { b: 1, c: 1 }, { a: 1, c: 1 }, { c: 1 }],
  ["takes what either side added", { a: 1 }, { a: 1, b: 2 }, { a: 1, c: 3 }, { a: 1, b: 2, c: 3 }],
  ["takes a list without ids as a whole", { l: [1] }, { l: [1, 2] }, { l: [1, 3] }, { l: [1, 2] }],
  ["joins parts that have an id", entity("A"), entity("A", "B"), entity("A", "C"), entity("A", "B", "C")],
  [
    "joins edits of different parts",
    entity("A", "B"),
    entity("A1", "B"),
    entity("A", "B1"),
    entity("A1", "B1"),
  ],
  ["removes a part that nobody changed", entity("A", "B"), entity("B"), entity("A", "B1"), entity("B1")],
  [
    "keeps a part that was edited and is removed there",
    entity("A", "B"),
    entity("A1", "B"),
    entity("B"),
    entity("B", "A1"),
  ],
])("an edit that meets somebody else's %s", (_what, before, after, present, expected) => {
  expect(rebaseEdit<object>(before, after, present)).toEqual(expected);
});
