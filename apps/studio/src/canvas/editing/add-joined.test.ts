import { describe, expect, test } from "vitest";
import { addJoined, type LooseFlow, mayEndAt } from "./add-joined.ts";
import { catalog, drawing, edited, element, flowsOf, placeOf } from "./editing.test-support.ts";

const row = () =>
  drawing(
    [
      [element("s", "start"), 0, 14],
      [element("a"), 100, 0],
      [element("ask", "decision"), 400, 0],
      [element("l", "loop"), 600, 0],
      [element("inner", "createList", "l"), 40, 64],
      [element("e", "end"), 1200, 14],
    ],
    ["s>a", "a>ask", "ask>l"],
  );

const ordinary = { kind: "ordinary" } as const;
const view = (store: ReturnType<typeof row>) => ({
  get: (id: string) => store.get(id),
  records: () => store.records.values(),
});

/** Something new at the loose end of a flow. */
function added(flow: LooseFlow, kind = "createList", at = { x: 500, y: 300 }) {
  return edited(row(), (transaction) =>
    addJoined(transaction, catalog, { element: element("new", kind), flow, at }),
  );
}

const outcomesOf = (store: ReturnType<typeof row>, id: string) => {
  const to = [...store.records.values()].find((record) => record.type === "sequenceFlow" && record.to === id);
  return to?.type === "sequenceFlow" ? to.outcomes : undefined;
};

describe("something new at the loose end of a flow", () => {
  test("stands with its left side there and is joined, in one step", () => {
    const store = added({ element: "l", side: "behind", way: ordinary });
    expect(flowsOf(store)).toContain("l>new");
    expect(placeOf(store, "new")).toMatchObject({ x: 502, y: 270 });
    const before = flowsOf(row());
    store.undo();
    expect(flowsOf(store)).toEqual(before);
    expect(store.get("new")).toBeUndefined();
  });

  test("stands with its right side there when the flow leads to what was there", () => {
    const store = added({ element: "e", side: "before", way: ordinary });
    expect(flowsOf(store)).toContain("new>e");
    // Its middle is on the grid.
    expect(placeOf(store, "new")).toMatchObject({ x: 314, y: 270 });
  });

  test("comes between what leads on by one way only", () => {
    const store = added({ element: "a", side: "behind", way: ordinary });
    expect(flowsOf(store)).toEqual(["a>new", "ask>l", "new>ask", "s>a"]);
  });

  test("gets an outcome of its own behind a decision", () => {
    const store = added({ element: "ask", side: "behind", way: ordinary });
    expect(flowsOf(store)).toEqual(["a>ask", "ask>l", "ask>new", "s>a"]);
    expect(outcomesOf(store, "new")).toEqual(["true"]);
  });

  test("is an error handler beside the ordinary flow when that was chosen", () => {
    const store = added({ element: "l", side: "behind", way: { kind: "error" } });
    expect(store.get("l")).toMatchObject({ errorHandling: "customWithRollback" });
    expect(flowsOf(store)).toContain("l>new");
  });

  test("stands in the loop of what it is joined to, which grows as it needs", () => {
    const store = added({ element: "inner", side: "behind", way: ordinary }, "createList", {
      x: 480,
      y: 300,
    });
    expect(store.get("new")).toMatchObject({ parent: "l" });
    expect(placeOf(store, "l")?.width).toBeGreaterThan(480 + 188);
  });

  test("may be an end only where nothing would come behind it", () => {
    const mayEnd = (flow: LooseFlow) => mayEndAt(view(row()), catalog, flow);
    expect(mayEnd({ element: "l", side: "behind", way: ordinary })).toBe(true);
    expect(mayEnd({ element: "ask", side: "behind", way: ordinary })).toBe(true);
    expect(mayEnd({ element: "a", side: "behind", way: { kind: "error" } })).toBe(true);
    expect(mayEnd({ element: "a", side: "behind", way: ordinary })).toBe(false);
    expect(mayEnd({ element: "e", side: "before", way: ordinary })).toBe(false);
  });
});
