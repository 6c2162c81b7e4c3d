import { describe, expect, test } from "vitest";
import { connect, deleteAndReconnect, deleteRecords, openEnds } from "./edit-flow.ts";
import { catalog, drawing, edited, element, flowsOf, placeOf } from "./editing.test-support.ts";
import { handleErrors, setErrorHandler } from "./error-handling.ts";

const row = () =>
  drawing(
    [
      [element("start", "start"), 0, 100],
      [element("a"), 80, 86],
      [element("end", "end"), 340, 100],
    ],
    ["start>a", "a>end"],
  );

const withHandler = () => {
  const store = row();
  let drawn = "";
  edited(store, (transaction) => {
    drawn = handleErrors(transaction, "a", "customWithRollback") ?? "";
  });
  return { store, drawn };
};

const handlers = (store: ReturnType<typeof row>) =>
  [...store.records.values()].filter((record) => record.type === "sequenceFlow" && record.isErrorHandler);

describe("an error handler that is drawn", () => {
  test("logs the error below the activity and hands it on", () => {
    const { store, drawn } = withHandler();
    expect(store.get("a")).toMatchObject({ errorHandling: "customWithRollback" });
    expect(store.get(drawn)).toMatchObject({
      kind: "logMessage",
      fields: { level: "error", message: "$latestError/Message" },
    });
    expect(handlers(store)).toMatchObject([{ from: "a", to: drawn }]);
    expect(placeOf(store, drawn)?.y).toBeGreaterThan((placeOf(store, "a")?.y ?? 0) + 60);
    const last = flowsOf(store).find((flow) => flow.startsWith(`${drawn}>`));
    expect(store.get(last?.split(">")[1] ?? "")).toMatchObject({ kind: "errorEvent" });
  });

  test("is one step of undo", () => {
    const { store } = withHandler();
    store.undo();
    expect(flowsOf(store)).toEqual(["a>end", "start>a"]);
    expect(store.get("a")).not.toHaveProperty("errorHandling");
  });

  test("goes with the error handling, and the error handling with it", () => {
    const first = withHandler().store;
    edited(first, (transaction) => handleErrors(transaction, "a", "continue"));
    expect(handlers(first)).toEqual([]);
    const second = withHandler().store;
    const [flow] = handlers(second);
    edited(second, (transaction) => deleteRecords(transaction, [flow?.id ?? ""]));
    expect(second.get("a")).not.toHaveProperty("errorHandling");
  });

  test("stays when its kind is changed to the other custom one", () => {
    const { store, drawn } = withHandler();
    edited(store, (transaction) => handleErrors(transaction, "a", "customWithoutRollback"));
    expect(handlers(store)).toMatchObject([{ to: drawn }]);
  });

  test("is no way on: joining the activity to something else moves its ordinary flow", () => {
    const { store, drawn } = withHandler();
    edited(store, (transaction) => {
      transaction.add(element("other"));
      connect(transaction, catalog, { from: "a", to: "other" });
    });
    expect(flowsOf(store)).toContain("a>other");
    expect(flowsOf(store)).not.toContain("a>end");
    expect(handlers(store)).toMatchObject([{ to: drawn }]);
  });

  test("leaves the activity with an open end where its ordinary flow is gone", () => {
    const { store } = withHandler();
    edited(store, (transaction) => {
      deleteRecords(transaction, ["a-end"]);
      expect(openEnds(transaction, catalog, "flow")).toEqual(["a"]);
    });
  });

  test("does not keep the activity from being deleted and reconnected", () => {
    const { store } = withHandler();
    edited(store, (transaction) => deleteAndReconnect(transaction, ["a"]));
    expect(flowsOf(store)).toContain("start>end");
  });
});

describe("a flow that is set as error handler", () => {
  test("gives its activity a custom error handling, and takes it away again", () => {
    const store = row();
    edited(store, (transaction) => setErrorHandler(transaction, "a-end", true));
    expect(store.get("a")).toMatchObject({ errorHandling: "customWithRollback" });
    edited(store, (transaction) => setErrorHandler(transaction, "a-end", false));
    expect(store.get("a-end")).not.toHaveProperty("isErrorHandler");
    expect(store.get("a")).not.toHaveProperty("errorHandling");
  });

  test("takes the place of the one before", () => {
    const { store } = withHandler();
    edited(store, (transaction) => setErrorHandler(transaction, "a-end", true));
    expect(handlers(store)).toMatchObject([{ id: "a-end" }]);
  });
});
