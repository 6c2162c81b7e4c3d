import type { SequenceFlowRecord } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import type { ConnectionEnds } from "./connection-rules.ts";
import { deleteAndReconnect, deleteRecords, moveElements } from "./edit-flow.ts";
import { catalog, drawing, edited, element, flowsOf } from "./editing.test-support.ts";
import { setErrorHandler } from "./error-handling.ts";
import { reconnect, reconnectionFault } from "./reconnect.ts";

/** A row of two activities, the errors of the first handled below, and one that nothing is joined to. */
const row = () =>
  edited(
    drawing(
      [
        [element("start", "start"), 0, 100],
        [element("a"), 80, 86],
        [element("b"), 340, 86],
        [element("end", "end"), 600, 100],
        [element("handler"), 80, 286],
        [element("free"), 340, 286],
        [element("loop", "loop"), 80, 400],
      ],
      ["start>a", "a>b", "b>end", "a>handler"],
    ),
    (transaction) => setErrorHandler(transaction, "a-handler", true),
  );

/** Leads a flow elsewhere as the canvas does: what came of it, or why not. */
function led(flowId: string, ends: ConnectionEnds) {
  const store = row();
  const { records } = store;
  const view = { get: (id: string) => records.get(id), records: () => records.values() };
  const flow = store.get(flowId) as SequenceFlowRecord;
  const fault = reconnectionFault(view, catalog, flow, ends);
  if (fault === undefined) edited(store, (transaction) => reconnect(transaction, flow, ends));
  return { store, fault, flows: flowsOf(store) };
}

describe("an end of a flow that is taken elsewhere", () => {
  test("leads there", () => {
    expect(led("a-b", { from: "a", to: "free" }).flows).toContain("a>free");
    expect(led("b-end", { from: "free", to: "end" }).flows).toContain("free>end");
  });

  test.each([
    ["gives nothing a second way on", "b-end", { from: "a", to: "end" }, /leads somewhere already/],
    ["gives the start no second way", "a-b", { from: "start", to: "b" }, /leads somewhere already/],
    ["does not begin at an end event", "a-b", { from: "end", to: "b" }, /Nothing can follow/],
    ["does not lead to its own beginning", "a-b", { from: "a", to: "a" }, /cannot follow itself/],
    ["handles no errors where there are none", "a-handler", { from: "start", to: "handler" }, /no errors/],
  ])("%s", (_, flow, ends, message) => {
    expect(led(flow, ends).fault).toMatch(message);
  });

  test("takes the error handling along", () => {
    const { store } = led("a-handler", { from: "free", to: "handler" });
    expect(store.get("a")).not.toHaveProperty("errorHandling");
    expect(store.get("free")).toMatchObject({ errorHandling: "customWithRollback" });
    expect(store.get("a-handler")).toMatchObject({ from: "free", isErrorHandler: true });
  });
});

describe("an error handler that is gone leaves no error handling behind, when its first activity", () => {
  test.each([
    ["is deleted", (transaction) => deleteRecords(transaction, ["handler"])],
    ["is deleted and reconnected", (transaction) => deleteAndReconnect(transaction, ["handler"])],
    [
      "is moved into a loop",
      (transaction) =>
        moveElements(transaction, [{ id: "handler", parent: "loop", position: { x: 28, y: 64 } }]),
    ],
  ] satisfies [string, Parameters<typeof edited>[1]][])("%s", (_, edit) => {
    const store = edited(row(), edit);
    expect(flowsOf(store)).not.toContain("a>handler");
    expect(store.get("a")).not.toHaveProperty("errorHandling");
  });
});
