import { describe, expect, test } from "vitest";
import { moveElements } from "./edit-flow.ts";
import { drawing, edited, element, flowsOf } from "./editing.test-support.ts";

const way = (flows = ["s>a", "a>b", "b>l", "l>e"]) =>
  drawing(
    [
      [element("s", "start"), 0, 14],
      [element("a"), 100, 0],
      [element("b"), 340, 0],
      [element("l", "loop"), 600, 0],
      [element("e", "end"), 1200, 14],
    ],
    flows,
  );

const moved = (store: ReturnType<typeof way>, ...ids: string[]) =>
  edited(store, (transaction) =>
    moveElements(
      transaction,
      ids.map((id, at) => ({ id, parent: "l", position: { x: 40 + at * 244, y: 64 } })),
    ),
  );

describe("what is moved out of a flow into a loop", () => {
  test("leaves no gap: what was before is joined to what was after, and undo brings all of it back", () => {
    const store = way();
    const before = new Map(store.records);
    moved(store, "a");
    expect(flowsOf(store)).toEqual(["b>l", "l>e", "s>b"]);
    store.undo();
    expect(new Map(store.records)).toEqual(before);
  });

  test("keeps what joins several of them, in whatever order they are moved", () => {
    expect(flowsOf(moved(way(), "b", "a"))).toEqual(["a>b", "l>e", "s>l"]);
  });

  test("leaves the gap where it led on to more than one, or back to what leads there", () => {
    expect(flowsOf(moved(way(["s>a", "a>b", "a>l", "l>e"]), "a"))).toEqual(["l>e"]);
    expect(flowsOf(moved(way(["b>a", "a>b"]), "a"))).toEqual([]);
  });

  test("leaves it alone while it only moves where it is", () => {
    const store = edited(way(), (transaction) =>
      moveElements(transaction, [{ id: "a", parent: "flow", position: { x: 120, y: 80 } }]),
    );
    expect(flowsOf(store)).toEqual(["a>b", "b>l", "l>e", "s>a"]);
  });
});
