import type { DocumentStore } from "@rivulet/document";
import { ProjectIndex, placementId, type SequenceFlowRecord } from "@rivulet/model";
import { seededNumbers } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { catalog, drawing, element } from "../editing/editing.test-support.ts";
import { FlowRoutes } from "./flow-routes.ts";

const kinds = ["createList", "decision", "merge", "end"] as const;

/** Elements in rows, a screen apart from each other or close together, and flows between any of them. */
function startOf(next: () => number): DocumentStore {
  const upTo = (count: number) => Math.floor(next() * count);
  const ids = Array.from({ length: 14 }, (_, at) => `e${at}`);
  const flows = new Set(
    ids
      .flatMap((from) => [0, 1].map(() => `${from}>${ids[upTo(ids.length)]}`))
      .filter((flow) => {
        const [from, to] = flow.split(">");
        return from !== to && next() < 0.7;
      }),
  );
  return drawing(
    ids.map((id, at) => [element(id, kinds[upTo(kinds.length)]), (at % 5) * 420, Math.floor(at / 5) * 380]),
    [...flows],
  );
}

const flowsIn = (store: DocumentStore) =>
  [...store.records.values()].filter(
    (record): record is SequenceFlowRecord => record.type === "sequenceFlow",
  );

/** Does to a drawing one of the things that people do to it. */
function editOnce(store: DocumentStore, next: () => number): void {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)];
  const elements = [...store.records.values()].filter((record) => record.type === "element");
  const [one, other] = [pick(elements), pick(elements)];
  const flow = pick(flowsIn(store));
  if (!one || !other || one === other) return;
  const place = () => ({ x: Math.round(next() * 1700), y: Math.round(next() * 1000) });
  store.transact("Edit", (transaction) => {
    const way = Math.floor(next() * 7);
    if (way <= 1) transaction.update("placement", placementId(one.id), place());
    else if (way === 2 && elements.length > 4) transaction.remove(one.id);
    else if (way === 3 && flow) transaction.remove(flow.id);
    else if (way === 4 && flow) transaction.update("sequenceFlow", flow.id, { outcomes: ["Somewhere else"] });
    else if (way === 5) transaction.update("element", one.id, { caption: "Is it as long as this?" });
    else if (!store.get(`${one.id}-${other.id}`))
      transaction.add({
        id: `${one.id}-${other.id}`,
        type: "sequenceFlow",
        parent: "flow",
        from: one.id,
        to: other.id,
      });
  });
}

test("after any edits, ways that are kept are the ways that would be found anew", () => {
  let kept = 0;
  for (let seed = 0; seed < 40; seed += 1) {
    const next = seededNumbers(seed);
    const store = startOf(next);
    let routes: FlowRoutes | undefined;
    for (let step = 0; step < 12; step += 1) {
      const index = new ProjectIndex(new Map(store.records));
      const before = routes;
      routes = new FlowRoutes(catalog, index, "flow", before);
      const anew = new FlowRoutes(catalog, index, "flow");
      for (const flow of flowsIn(store)) {
        const route = routes.route(flow);
        if (route !== undefined && route === before?.route(flow)) kept += 1;
        expect([seed, step, flow.id, route]).toEqual([seed, step, flow.id, anew.route(flow)]);
      }
      if (next() < 0.2) store.undo();
      else editOnce(store, next);
    }
  }
  // Otherwise nothing would have been proved.
  expect(kept).toBeGreaterThan(1_000);
});

test("a flow whose end comes back is drawn again", () => {
  const store = drawing([[element("one"), 0, 0]], ["one>two"]);
  const flow = { id: "one-two", from: "one" };
  const before = new FlowRoutes(catalog, new ProjectIndex(new Map(store.records)), "flow");
  expect(before.route(flow)).toBeUndefined();
  store.transact("Add", (transaction) => {
    transaction.add(element("two"));
    transaction.add({ id: placementId("two"), type: "placement", parent: "flow", of: "two", x: 3000, y: 0 });
  });
  const after = new FlowRoutes(catalog, new ProjectIndex(new Map(store.records)), "flow", before);
  expect(after.route(flow)?.points.at(-1)).toEqual({ x: 3000, y: 30 });
});
