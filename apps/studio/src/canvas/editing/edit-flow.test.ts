import type { DocumentStore } from "@rivulet/document";
import { describe, expect, test } from "vitest";
import { sizesOfForms } from "../geometry.ts";
import { routeBetween } from "../routing/flow-sides.ts";
import { connectionFault } from "./connection-rules.ts";
import {
  addToLoop,
  appendTo,
  connect,
  deleteAndReconnect,
  insertOnFlow,
  moveElements,
  moveOntoFlow,
} from "./edit-flow.ts";
import { catalog, drawing, edited, element, flowsOf, placeOf } from "./editing.test-support.ts";

const row = () =>
  drawing(
    [
      [element("start", "start"), 0, 100],
      [element("a"), 80, 86],
      [element("end", "end"), 340, 100],
    ],
    ["start>a", "a>end"],
  );

describe("an element put into a flow", () => {
  test("stands between its ends, and what follows makes room", () => {
    const store = edited(row(), (transaction) => insertOnFlow(transaction, "a-end", element("new")));
    expect(flowsOf(store)).toEqual(["a>new", "new>end", "start>a"]);
    const right = (placeOf(store, "new")?.x ?? 0) + sizesOfForms.card.width;
    expect(placeOf(store, "end")?.x).toBeGreaterThan(right);
  });

  test("stands on its line, whatever its form", () => {
    const store = edited(row(), (transaction) =>
      insertOnFlow(transaction, "start-a", element("new", "merge")),
    );
    const middle = (id: string, height: number) => (placeOf(store, id)?.y ?? 0) + height / 2;
    expect(middle("new", sizesOfForms.merge.height)).toBe(middle("start", sizesOfForms.start.height));
  });

  test.each([
    ["a little beside its line is moved onto it", 100, 86],
    ["far from its line stays where it was let go", 180, 182],
  ])("by hand, %s", (_, letGoAt, expected) => {
    const store = row();
    edited(store, (transaction) => {
      transaction.add(element("free"));
      moveElements(transaction, [{ id: "free", parent: "flow", position: { x: 120, y: letGoAt } }]);
      moveOntoFlow(transaction, "start-a", "free");
    });
    expect(placeOf(store, "free")?.y).toBe(expected);
    expect(flowsOf(store)).toEqual(["a>end", "free>a", "start>free"]);
  });

  test("leaves the outcome with the first part", () => {
    const store = row();
    store.transact("Outcome", (transaction) =>
      transaction.update("sequenceFlow", "a-end", { outcomes: ["true"] }),
    );
    edited(store, (transaction) => insertOnFlow(transaction, "a-end", element("new")));
    expect(store.get("a-end")).toMatchObject({ to: "new", outcomes: ["true"] });
  });

  test("is one step that undo takes back", () => {
    const store = row();
    const before = new Map(store.records);
    edited(store, (transaction) => insertOnFlow(transaction, "a-end", element("new")));
    store.undo();
    expect(new Map(store.records)).toEqual(before);
  });
});

describe("a free element let go over a flow", () => {
  const free = (x: number, y: number) =>
    drawing(
      [
        [element("start", "start"), 0, 100],
        [element("end", "end"), 340, 100],
        [element("free"), x, y],
      ],
      ["start>end"],
    );
  const routeOf = (store: DocumentStore, from: string, to: string) => {
    const box = (id: string, form: "start" | "end" | "card") => {
      const { x = 0, y = 0 } = placeOf(store, id) ?? {};
      return { x, y, ...sizesOfForms[form] };
    };
    const forms = { start: "start", end: "end", free: "card" } as const;
    return routeBetween(
      box(from, forms[from as keyof typeof forms]),
      box(to, forms[to as keyof typeof forms]),
    );
  };

  test.each([
    [60, 70],
    [100, 96],
    [10, 110],
  ])("at %i, %i stands on its line: the flow stays straight, without a kink", (x, y) => {
    const store = edited(free(x, y), (transaction) => moveOntoFlow(transaction, "start-end", "free"));
    expect(flowsOf(store)).toEqual(["free>end", "start>free"]);
    expect(routeOf(store, "start", "free")).toHaveLength(2);
    expect(routeOf(store, "free", "end")).toHaveLength(2);
  });

  test("on a flow to another row joins the nearer row", () => {
    const store = drawing(
      [
        [element("start", "start"), 0, 100],
        [element("end", "end"), 600, 400],
        [element("free"), 300, 370],
      ],
      ["start>end"],
    );
    edited(store, (transaction) => moveOntoFlow(transaction, "start-end", "free"));
    expect(routeOf(store, "free", "end")).toHaveLength(2);
    // Elements stand on a grid of 4.
    expect(Math.abs((placeOf(store, "free")?.x ?? 0) - 300)).toBeLessThanOrEqual(4);
  });
});

const withLoop = () =>
  drawing(
    [
      [element("loop", "loop"), 100, 100],
      [element("inside", "createList", "loop"), 28, 64],
      [element("free"), 900, 100],
    ],
    [],
  );

describe("a loop", () => {
  test("grows with what is appended in it, and keeps what follows clear", () => {
    const store = withLoop();
    store.transact("Join", (transaction) => void connect(transaction, catalog, { from: "loop", to: "free" }));
    const before = placeOf(store, "free")?.x ?? 0;
    edited(store, (transaction) => {
      appendTo(transaction, "inside", element("second", "createList", "loop"));
      appendTo(transaction, "second", element("third", "createList", "loop"));
    });
    const width = placeOf(store, "loop")?.width ?? 0;
    const third = placeOf(store, "third")?.x ?? 0;
    expect(width).toBeGreaterThan(third + sizesOfForms.card.width);
    expect(placeOf(store, "free")?.x).toBeGreaterThan(before);
  });

  test("joins what is added to its open end", () => {
    const store = edited(withLoop(), (transaction) =>
      addToLoop(transaction, catalog, "loop", element("new", "createList", "loop")),
    );
    expect(flowsOf(store)).toEqual(["inside>new"]);
  });

  test("loses flows over its border when an element moves out", () => {
    const store = edited(withLoop(), (transaction) => {
      appendTo(transaction, "inside", element("second", "createList", "loop"));
      moveElements(transaction, [{ id: "second", parent: "flow", position: { x: 700, y: 400 } }]);
    });
    expect(store.get("second")).toMatchObject({ parent: "flow" });
    expect(flowsOf(store)).toEqual([]);
  });

  test("takes flows along between elements that move in together", () => {
    const store = drawing(
      [
        [element("loop", "loop"), 100, 100],
        [element("a"), 900, 100],
        [element("b"), 1200, 100],
      ],
      ["a>b"],
    );
    edited(store, (transaction) =>
      moveElements(transaction, [
        { id: "a", parent: "loop", position: { x: 28, y: 64 } },
        { id: "b", parent: "loop", position: { x: 272, y: 64 } },
      ]),
    );
    expect(store.get("a-b")).toMatchObject({ parent: "loop" });
  });
});

test("what is deleted and reconnected leaves no gap", () => {
  const store = edited(row(), (transaction) => deleteAndReconnect(transaction, ["a"]));
  expect(flowsOf(store)).toEqual(["start>end"]);
});

test.each([
  ["an end event leads nowhere", "end", "a", /Nothing can follow an end event/],
  ["nothing leads to the start", "a", "start", /Nothing can lead to the start event/],
  ["an element cannot follow itself", "a", "a", /cannot follow itself/],
  ["what is gone cannot be joined", "a", "nobody", /is gone/],
  ["two elements can be joined", "start", "end", /^$/],
])("%s", (_, from, to, message) => {
  const { records } = row();
  const view = { get: (id: string) => records.get(id), records: () => records.values() };
  expect(connectionFault(view, catalog, { from, to }) ?? "").toMatch(message);
});
