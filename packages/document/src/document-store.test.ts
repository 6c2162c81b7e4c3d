import { applyDiff, type Diff, type ProjectRecord, reverseDiff } from "@rivulet/model";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentStore } from "./document-store.ts";
import { removeDependents } from "./microflow-invariants.ts";
import { DocumentError } from "./transaction.ts";

const element = (id: string, caption = id, parent = "flow"): ProjectRecord => ({
  id,
  type: "element",
  parent,
  kind: "merge",
  caption,
  fields: {},
});
const sequenceFlow = (id: string, from: string, to: string): ProjectRecord => ({
  id,
  type: "sequenceFlow",
  parent: "flow",
  from,
  to,
});
const recordsOf = (...records: ProjectRecord[]) => new Map(records.map((record) => [record.id, record]));
const storeOf = (...records: ProjectRecord[]) =>
  new DocumentStore(recordsOf(...records), { invariants: [removeDependents] });
const contentOf = (store: DocumentStore) =>
  Object.fromEntries([...store.records].sort(([a], [b]) => (a < b ? -1 : 1)));

describe("a transaction", () => {
  it("happens whole or not at all", () => {
    const store = storeOf(element("a"));
    expect(() =>
      store.transact("Change", (transaction) => {
        transaction.update("element", "a", { caption: "changed" });
        transaction.add(element("a"));
      }),
    ).toThrow(DocumentError);
    expect(store.get("a")).toEqual(element("a"));
    expect(store.undoLabel).toBeUndefined();
  });

  it("takes a member away that is set to undefined", () => {
    const store = storeOf(element("a"));
    store.transact("Clear caption", (transaction) =>
      transaction.update("element", "a", { caption: undefined }),
    );
    expect(store.get("a")).not.toHaveProperty("caption");
  });

  it("is no step when nothing is different in the end", () => {
    const store = storeOf(element("a"));
    store.transact("Nothing", (transaction) => transaction.update("element", "a", { caption: "a" }));
    expect(store.undoLabel).toBeUndefined();
  });

  it("removes the flows of an element and the body of a loop in the same step", () => {
    const store = storeOf(
      element("loop"),
      element("b"),
      element("inner", "x", "loop"),
      sequenceFlow("f", "loop", "b"),
    );
    store.transact("Delete loop", (transaction) => transaction.remove("loop"));
    expect([...store.records.keys()]).toEqual(["b"]);
    store.undo();
    expect(Object.keys(contentOf(store))).toEqual(["b", "f", "inner", "loop"]);
  });
});

describe("a gesture", () => {
  it("is one step, whatever happened in it", () => {
    const store = storeOf(element("a"));
    const drag = store.begin("Move");
    drag.edit((transaction) => transaction.update("element", "a", { caption: "1" }));
    drag.edit((transaction) => transaction.update("element", "a", { caption: "2" }));
    drag.commit();
    expect(store.undoLabel).toBe("Move");
    store.undo();
    expect(store.get("a")).toEqual(element("a"));
    expect(store.undoLabel).toBeUndefined();
  });

  it("leaves nothing behind when it is cancelled", () => {
    const store = storeOf(element("a"));
    const drag = store.begin("Move");
    drag.edit((transaction) => transaction.add(element("b")));
    drag.cancel();
    expect([...store.records.keys()]).toEqual(["a"]);
    expect(store.redoLabel).toBeUndefined();
  });
});

describe("undo", () => {
  it("joins closely following edits with one key and keeps others apart", () => {
    let now = 0;
    const store = new DocumentStore(recordsOf(element("a")), { clock: () => now });
    const type = (caption: string) =>
      store.transact("Type", (transaction) => transaction.update("element", "a", { caption }), {
        mergeKey: "caption",
      });
    type("x");
    now += 100;
    type("xy");
    now += 10_000;
    type("xyz");
    store.undo();
    expect(store.get("a")).toMatchObject({ caption: "xy" });
    store.undo();
    expect(store.get("a")).toMatchObject({ caption: "a" });
  });

  it("keeps what somebody else changed since", () => {
    const store = storeOf(element("a"));
    store.transact("Caption", (transaction) => transaction.update("element", "a", { caption: "mine" }));
    const mine = store.get("a") as ProjectRecord;
    const theirs = { ...mine, documentation: "theirs" } as ProjectRecord;
    store.applyRemote({ added: {}, removed: {}, updated: { a: [mine, theirs] } });
    store.undo();
    expect(store.get("a")).toMatchObject({ caption: "a", documentation: "theirs" });
  });

  it("brings the view of the step back", () => {
    let selection = "none";
    const store = new DocumentStore(recordsOf(element("a")), { readView: () => selection });
    const views: unknown[] = [];
    store.subscribe((change) => views.push(change.view));
    selection = "a";
    store.transact("Delete", (transaction) => {
      transaction.remove("a");
      selection = "none";
    });
    store.undo();
    store.redo();
    expect(views).toEqual([undefined, "a", "none"]);
  });
});

type Edit = { kind: "add" | "remove" | "update"; target: number; caption: string };
const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom("add", "remove", "update"),
    target: fc.nat(6),
    caption: fc.string({ maxLength: 3 }),
  }),
  { maxLength: 30 },
);

function edit(store: DocumentStore, { kind, target, caption }: Edit): void {
  const id = `e${target}`;
  store.transact(kind, (transaction) => {
    if (kind === "remove") transaction.remove(id);
    else transaction.put(element(id, caption));
    if (kind === "add") transaction.put(sequenceFlow(`f${target}`, id, `e${(target + 1) % 7}`));
  });
}

describe("any sequence of edits", () => {
  it("undone whole gives the beginning, redone whole the end", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const store = storeOf(element("e0"), element("e1"));
        const before = contentOf(store);
        for (const step of list) edit(store, step);
        const after = contentOf(store);
        while (store.undo());
        expect(contentOf(store)).toEqual(before);
        while (store.redo());
        expect(contentOf(store)).toEqual(after);
      }),
    );
  });

  it("tells diffs that rebuild the document elsewhere", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const store = storeOf(element("e0"));
        let copy = new Map(store.records) as ReadonlyMap<string, ProjectRecord>;
        const diffs: Diff[] = [];
        store.subscribe(({ diff }) => {
          copy = applyDiff(copy, diff);
          diffs.push(diff);
        });
        const first = copy;
        for (const step of list) edit(store, step);
        store.undo();
        expect(new Map(copy)).toEqual(new Map(store.records));
        for (const diff of diffs.reverse()) copy = applyDiff(copy, reverseDiff(diff));
        expect(new Map(copy)).toEqual(new Map(first));
      }),
    );
  });
});
