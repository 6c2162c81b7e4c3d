import { ActivityCatalog, platformDefinitions } from "@rivulet/activities";
import type { DocumentStore } from "@rivulet/document";
import type { ElementRecord } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { connect } from "./edit-flow.ts";
import { drawing, edited, element, flowsOf } from "./editing.test-support.ts";
import { connectAs, sideWays, waysToChoose } from "./flow-ways.ts";

const createList = platformDefinitions.find(({ kind }) => kind === "createList");
if (!createList) throw new Error("There is no such activity.");
/** An activity that foresees two outcomes beside the ordinary one. */
const foreseeing = {
  ...createList,
  kind: "foreseeing",
  namedOutcomes: [
    { name: "notFound", label: "Not found", documentation: "Not there.", errors: ["missing"] },
    { name: "throttled", label: "Throttled", documentation: "Too fast.", errors: ["slow"] },
  ],
};
const catalog = new ActivityCatalog([...platformDefinitions, foreseeing]);

const row = (kind = "foreseeing") =>
  drawing(
    [
      [element("start", "start"), 0, 100],
      [element("a", kind), 80, 86],
      [element("b"), 80, 286],
      [element("end", "end"), 340, 100],
    ],
    ["start>a", "a>end"],
  );
const elementOf = (store: DocumentStore, id: string) => store.get(id) as ElementRecord;
const viewOf = ({ records }: DocumentStore) => ({
  get: (id: string) => records.get(id),
  records: () => records.values(),
});
const choices = (store: DocumentStore, id: string) =>
  waysToChoose(viewOf(store), catalog, elementOf(store, id)).map((way) =>
    way.kind === "outcome" ? way.caption : way.kind,
  );

describe("a flow from an element that leads on already", () => {
  test("may be one of its outcomes, its error handler, or take the place of the present flow", () => {
    expect(choices(row(), "a")).toEqual(["Not found", "Throttled", "error", "ordinary"]);
    expect(choices(row("createList"), "a")).toEqual(["error", "ordinary"]);
  });

  test("is not asked about where it can only be one thing", () => {
    expect(choices(row(), "b")).toEqual([]);
    expect(choices(row(), "start")).toEqual([]);
    expect(choices(row("decision"), "a")).toEqual([]);
  });

  test("can have each outcome and the errors once", () => {
    const store = row();
    const [notFound, , error] = sideWays(viewOf(store), catalog, elementOf(store, "a"));
    for (const way of [notFound, error])
      edited(store, (transaction) => way && connectAs(transaction, catalog, { from: "a", to: "b" }, way));
    expect(choices(store, "a")).toEqual(["Throttled", "ordinary"]);
  });
});

describe("a flow that is drawn for an outcome", () => {
  test("stands beside the ordinary one, and is one step of undo", () => {
    const store = row();
    const way = { kind: "outcome", name: "notFound", caption: "Not found" } as const;
    edited(store, (transaction) => connectAs(transaction, catalog, { from: "a", to: "b" }, way));
    expect(flowsOf(store)).toEqual(["a>b", "a>end", "start>a"]);
    const drawn = [...store.records.values()].find((record) => "to" in record && record.to === "b");
    expect(drawn).toMatchObject({ outcomes: ["notFound"] });
    store.undo();
    expect(flowsOf(store)).toEqual(["a>end", "start>a"]);
  });

  test("for errors makes its target the handler", () => {
    const store = row();
    edited(store, (transaction) =>
      connectAs(transaction, catalog, { from: "a", to: "b" }, { kind: "error" }),
    );
    expect(store.get("a")).toMatchObject({ errorHandling: "customWithRollback" });
    store.undo();
    expect(store.get("a")).not.toHaveProperty("errorHandling");
  });

  test("leaves the ordinary flow to be moved by an ordinary one", () => {
    const store = row();
    const way = { kind: "outcome", name: "notFound", caption: "Not found" } as const;
    edited(store, (transaction) => connectAs(transaction, catalog, { from: "a", to: "b" }, way));
    edited(store, (transaction) => connect(transaction, catalog, { from: "a", to: "b" }));
    expect(flowsOf(store)).toEqual(["a>b", "a>b", "start>a"]);
  });

  test("cannot lead where no flow can, and the reason is told", () => {
    const store = row();
    let fault: string | undefined;
    edited(store, (transaction) => {
      fault = connectAs(transaction, catalog, { from: "a", to: "start" }, { kind: "error" });
    });
    expect(fault).toBe("Nothing can lead to the start event.");
    expect(flowsOf(store)).toEqual(["a>end", "start>a"]);
  });
});
